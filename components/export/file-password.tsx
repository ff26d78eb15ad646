import { passwordStrength } from '../forms/strength';
import { PasswordField } from '../forms/password-field';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface FilePasswordProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** 2FAS: a weak derivation, and one of its apps takes ASCII only. */
  readonly isTwoFas: boolean;
}

/** What closes the file; shown as typed on demand, so it is asked once. */
export function FilePassword({ value, onInput, isTwoFas }: FilePasswordProps) {
  const { t } = useSpeech();
  return (
    <>
      {isTwoFas && <Notice tone="careful">{t('warnTwoFas')}</Notice>}
      <PasswordField label={t('filePassword')} value={value} onInput={onInput} autocomplete="new-password">
        {value !== '' && isTwoFas && !isAscii(value) ? (
          <span role="status">{t('filePasswordAscii')}</span>
        ) : value !== '' && !isLongEnough(value, isTwoFas) ? (
          <span role="status">
            {t(isTwoFas ? 'filePasswordStrong' : 'passwordShort', { count: missing(value) })}
          </span>
        ) : (
          t('filePasswordHint')
        )}
      </PasswordField>
    </>
  );
}

export function isGoodFilePassword(value: string, isTwoFas: boolean): boolean {
  return isLongEnough(value, isTwoFas) && (!isTwoFas || isAscii(value));
}

function isLongEnough(value: string, isTwoFas: boolean): boolean {
  const strength = passwordStrength(value);
  return isTwoFas ? strength === 'strong' : strength !== 'short';
}

function missing(value: string): number {
  return 8 - [...value].length;
}

function isAscii(value: string): boolean {
  return /^[ -~]*$/.test(value);
}
