import type { WordKey } from '@/lib/i18n/catalogue';
import { type Policy, type PolicyRule, policyRules } from '@/lib/settings/policy';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';

const sentences = {
  disable: 'ruleDisable',
  requirePassword: 'rulePassword',
  forbidUnattendedFill: 'ruleUnattended',
  forbidClearExport: 'ruleClearExport',
} as const satisfies Record<PolicyRule, WordKey>;

/** What the organisation has set, which nobody can change here. */
export function PolicyNotice({ policy }: { policy: Policy }) {
  const { t } = useSpeech();
  const inForce = policyRules.filter((rule) => policy[rule]);
  return (
    <section id="rules" class="rules">
      <h2>
        <Icon name="lock" />
        {t('rulesTitle')}
      </h2>
      <ul role="list">
        {inForce.map((rule) => (
          <li key={rule}>{t(sentences[rule])}</li>
        ))}
      </ul>
      {policy.unreadable.length > 0 && (
        <p class="quiet">
          {policy.unreadable.includes('*')
            ? t('rulesUnreadable')
            : t('rulesUnreadableNames', { names: policy.unreadable.join(', ') })}
        </p>
      )}
    </section>
  );
}
