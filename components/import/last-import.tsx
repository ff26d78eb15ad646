import { useEffect, useState } from 'preact/hooks';
import type { ImportState } from '@/lib/messages/import-protocol';
import { useSpeech } from '../ui/speech';
import type { ImportPort } from './import-port';

/** The import before, which can still be taken back: also after the page was closed. */
export function LastImport({ port, onUndo }: { port: ImportPort; onUndo: () => Promise<void> }) {
  const { t, date } = useSpeech();
  const [last, setLast] = useState<ImportState['last']>(null);
  useEffect(() => {
    void port.ask('import.state', null).then((answer) => {
      if (answer.ok) setLast(answer.value.last);
    });
  }, [port]);
  if (last === null) return null;
  return (
    <section>
      <p>{t('lastImport', { date: date(last.atMs), count: last.added + last.changed })}</p>
      <button onClick={() => void onUndo()}>{t('broughtUndo')}</button>
    </section>
  );
}
