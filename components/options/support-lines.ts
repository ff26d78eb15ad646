/** What the support screen says, line by line; the report that is copied is the same lines. */
import { errorNumbers } from '@/lib/error-numbers';
import type { Speech } from '@/lib/i18n/speak';
import type { SupportFacts } from '@/lib/messages/support-protocol';
import { policyRules } from '@/lib/settings/policy';

export interface AboutHere {
  readonly version: string;
  /** As people call it, with its version: `Firefox 140, Linux`. */
  readonly browser: string;
}

export interface SupportLine {
  readonly name: string;
  readonly value: string;
}

export function supportLines(
  facts: SupportFacts,
  { version, browser }: AboutHere,
  { t, date, duration }: Speech,
): readonly SupportLine[] {
  return [
    { name: t('supportVersion'), value: version },
    { name: t('supportBrowser'), value: browser },
    { name: t('supportVault'), value: vaultWords(facts, t) },
    { name: t('supportWays'), value: waysWords(facts, t) },
    {
      name: t('supportAccounts'),
      value: facts.accounts === null ? t('supportUnknown') : t('supportCount', { count: facts.accounts }),
    },
    { name: t('supportBackup'), value: backupWords(facts, t, date) },
    { name: t('supportClock'), value: clockWords(facts, t, duration) },
    { name: t('supportRules'), value: rulesWords(facts, t) },
  ];
}

/** Plain text, for a message. */
export function supportReport(lines: readonly SupportLine[], t: Speech['t'], date: string): string {
  return [
    `Seconde – ${t('supportTitle')}, ${date}`,
    ...lines.map(({ name, value }) => `${name}${t('colon')} ${value}`),
  ].join('\n');
}

function vaultWords({ vault }: SupportFacts, t: Speech['t']): string {
  switch (vault.kind) {
    case 'open':
      return t(vault.protected ? 'supportVaultOpen' : 'supportVaultUnprotected');
    case 'unusable':
      return t('supportVaultUnusable', { number: `S-${errorNumbers[vault.code]}` });
    case 'locked':
      return t('supportVaultLocked');
    case 'empty':
      return t('supportVaultEmpty');
  }
}

function waysWords({ ways }: SupportFacts, t: Speech['t']): string {
  if (ways === null) return t('supportUnknown');
  const words = [
    ...(ways.password ? [t('wayPassword')] : []),
    ...(ways.recovery ? [t('wayRecovery')] : []),
    ...(ways.passkeys > 0 ? [t('supportPasskeys', { count: ways.passkeys })] : []),
  ];
  return words.length === 0 ? t('supportNone') : words.map(asListed).join(', ');
}

function backupWords(
  { backup, automaticBackup }: SupportFacts,
  t: Speech['t'],
  date: Speech['date'],
): string {
  const automatic = t(automaticBackup ? 'supportAutomaticOn' : 'supportAutomaticOff');
  if (backup === null) return `${t('supportUnknown')}, ${automatic}`;
  if (backup.verifiedAtMs === null) return `${t('supportBackupNever')}, ${automatic}`;
  const since = backup.changesSince > 0 ? `, ${t('supportChanges', { count: backup.changesSince })}` : '';
  return `${date(backup.verifiedAtMs)}${since}, ${automatic}`;
}

function clockWords({ clock }: SupportFacts, t: Speech['t'], duration: Speech['duration']): string {
  if (clock === null) return t('supportClockUnknown');
  const seconds = Math.round(Math.abs(clock.offsetMs) / 1000);
  if (seconds < 5) return t('supportClockRight');
  const time = seconds <= 600 ? t('seconds', { count: seconds }) : duration(seconds);
  return t(clock.offsetMs < 0 ? 'supportClockAhead' : 'supportClockBehind', { time });
}

const ruleWords = {
  disable: 'supportRuleDisable',
  requirePassword: 'supportRulePassword',
  forbidUnattendedFill: 'supportRuleUnattended',
  forbidClearExport: 'supportRuleClearExport',
} as const;

function rulesWords({ policy }: SupportFacts, t: Speech['t']): string {
  const words = policyRules.filter((rule) => policy[rule]).map((rule) => t(ruleWords[rule]));
  if (words.length === 0) return t('supportNone');
  const unreadable = policy.unreadable.length > 0 ? [t('supportUnreadable')] : [];
  return [...words, ...unreadable].join(', ');
}

/** Names begin with a capital where they stand alone, and not in the middle of a line. */
function asListed(word: string, index: number): string {
  return index === 0 ? word : word.charAt(0).toLocaleLowerCase() + word.slice(1);
}
