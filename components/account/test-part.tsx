import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { CodeTest } from '@/lib/messages/account-protocol';
import { HandText } from '../scan/hand-text';
import { Notice, type Tone } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { AccountPage } from './page';

/** A code that another device shows: is it this account's? */
export function TestPart({ page }: { page: AccountPage }) {
  const { t, failure } = useSpeech();
  const { details, ask } = page;
  const [code, setCode] = useState('');
  const [result, setResult] = useState<CodeTest | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const typed = code.replace(/[\s-]/g, '');
  const isCode = /^[0-9A-Za-z]{4,12}$/.test(typed);
  const test = async (): Promise<void> => {
    const answer = await ask('account.test', { accountId: details.id, code: typed });
    setProblem(answer.ok ? null : answer.failure);
    setResult(answer.ok ? answer.value : null);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isCode) void test();
      }}
    >
      <p class="quiet">{t('accTestLead')}</p>
      <HandText
        label={t('accTestField')}
        value={code}
        numeric={details.otp.kind === 'totp'}
        mono
        onInput={(text) => {
          setCode(text);
          setResult(null);
          setProblem(null);
        }}
      />
      <div class="buttons">
        <button>{t('accTestButton')}</button>
      </div>
      <div role="status">{result && <Found result={result} />}</div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
    </form>
  );
}

function Found({ result }: { result: CodeTest }) {
  const { t, duration } = useSpeech();
  const say = (tone: Tone, text: string) => <Notice tone={tone}>{text}</Notice>;
  switch (result.kind) {
    case 'now':
      return say('good', t('accTestNow'));
    case 'beside':
      return say('good', t(result.when === 'before' ? 'accTestBefore' : 'accTestAfter'));
    case 'elsewhen': {
      const time = duration(Math.abs(result.aheadMs) / 1000);
      return say('careful', t(result.aheadMs > 0 ? 'accTestAhead' : 'accTestBehind', { time }));
    }
    case 'other':
      return say('careful', t('accTestOther', { account: result.account.name || result.account.issuer }));
    case 'none':
      return say('careful', t('accTestNone'));
  }
}
