import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { Brought } from './bring';
import type { ImportPort } from './import-port';
import { Meanwhile } from './meanwhile';
import { LeftOvers } from './left-overs';
import { Reconcile } from './reconcile';

export interface BroughtViewProps {
  readonly port: ImportPort;
  readonly brought: Brought;
  readonly onUndo: () => Promise<void>;
  readonly onAgain: () => void;
}

/** What was done, how to take it back, and what is left to look at. */
export function BroughtView({ port, brought, onUndo, onAgain }: BroughtViewProps) {
  const { t } = useSpeech();
  const { added, changed, meanwhile, sites, sides, files } = brought;
  const done = useRef<HTMLElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <>
      <section ref={done} tabIndex={-1} class="import-done">
        <Meanwhile entries={meanwhile} />
        {added + changed > 0 || meanwhile.length === 0 ? (
          <Notice tone="good">
            {added > 0 && <p>{t('broughtAdded', { count: added })}</p>}
            {changed > 0 && <p>{t('broughtChanged', { count: changed })}</p>}
            {added + changed + meanwhile.length === 0 && <p>{t('previewNothing')}</p>}
          </Notice>
        ) : null}
        {sites && <p class="quiet">{t('broughtSites')}</p>}
        <div class="buttons">
          <button class="primary" onClick={onAgain}>
            {t('broughtAgain')}
          </button>
          {added + changed > 0 && <button onClick={() => void onUndo()}>{t('broughtUndo')}</button>}
        </div>
      </section>
      <Reconcile {...sides} />
      <LeftOvers port={port} files={files} />
    </>
  );
}
