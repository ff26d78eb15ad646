import { useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { emptyHand, type HandFields } from '@/lib/otp/by-hand';
import { CodePreviewView } from '../scan/code-preview';
import { HandAdvanced, type HandNumbers, numbersOf, readNumbers } from '../scan/hand-advanced';
import { HandText } from '../scan/hand-text';
import { usePreview } from '../scan/use-preview';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import '../scan/scan.css';
import type { AccountPage } from './page';

export interface OtpFormProps {
  readonly page: AccountPage;
  readonly grant: string;
  readonly onClose: () => void;
  readonly onFailure: (failure: Failure) => void;
}

/** How codes are made, with the code that comes of it before it is kept. The present key stays in the background. */
export function OtpForm({ page, grant, onClose, onFailure }: OtpFormProps) {
  const { t, failure } = useSpeech();
  const { details, ask, onEdited } = page;
  const present = { ...emptyHand, ...('digits' in details.otp ? details.otp : {}) };
  const [fields, setFields] = useState<HandFields>(present);
  const [numbers, setNumbers] = useState<HandNumbers>(() => numbersOf(present));
  const [open, setOpen] = useState(true);
  const [problem, setProblem] = useState<Failure | null>(null);
  const key = useRef<HTMLInputElement>(null);
  const ready = readFields(fields, numbers, present.kind);
  const accountId = details.id;
  const preview = usePreview((typed) => ask('account.preview', { accountId, grant, fields: typed }), ready);
  const seen = preview !== null && 'code' in preview ? preview : null;
  const wrong = preview !== null && 'failure' in preview ? preview.failure : null;

  const save = async (): Promise<void> => {
    if (ready === null) return setOpen(true);
    const failed = await onEdited(
      await ask('account.set-otp', { accountId, grant, fields: ready }),
      seen?.differs ? t('accOtpSaved') : undefined,
    );
    if (failed?.code === 'proof-needed') onFailure(failed);
    else if (failed) setProblem(failed);
    else onClose();
  };
  const change = (some: Partial<HandFields>): void => {
    setProblem(null);
    setFields((before) => ({ ...before, ...some }));
  };
  return (
    <form
      class="stack hand"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="quiet">{t('accOtpLead')}</p>
      <HandText
        label={t('accOtpKey')}
        input={key}
        value={fields.key}
        mono
        wrong={wrong !== null}
        hint={wrong ? failure(wrong) : t('accOtpKeyHint')}
        onInput={(typed) => change({ key: typed })}
      />
      <HandAdvanced
        fields={fields}
        numbers={numbers}
        open={open}
        onOpen={setOpen}
        onChange={change}
        onNumbers={setNumbers}
      />
      <CodePreviewView state={preview} />
      <div role="status">
        {seen && (
          <Notice tone={seen.differs ? 'careful' : 'plain'}>
            {t(seen.differs ? 'accOtpDiffers' : 'accOtpSame')}
          </Notice>
        )}
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="primary">{t('accOtpSave')}</button>
        <button type="button" class="plain" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

/** An empty PIN stands for the present one, where the present kind has one. */
function readFields(fields: HandFields, numbers: HandNumbers, kind: HandFields['kind']): HandFields | null {
  const keepsPin = fields.pin === '' && fields.kind === kind;
  const read = readNumbers(keepsPin ? { ...fields, pin: '0000' } : fields, numbers);
  return read && { ...read, pin: fields.pin };
}
