import type { AccountOption, SiteChange, SiteRow } from '@/lib/messages/sites-protocol';
import { siteOrigin } from '@/lib/sites/origin';
import { useSpeech } from '../ui/speech';

export interface SiteItemProps {
  readonly site: SiteRow;
  readonly isProtected: boolean;
  /** The organisation lets no code be entered without a gesture. */
  readonly isForbidden: boolean;
  readonly onUntie: (account: AccountOption) => void;
  readonly onAllow: (on: boolean) => void;
  readonly onUnattended: (on: boolean) => void;
  readonly onLinks: (on: boolean) => void;
  readonly onChange: (change: SiteChange) => void;
}

/** One site: its accounts are always seen, what may happen there by itself only when it is asked for or on. */
export function SiteItem(props: SiteItemProps) {
  const { site, isProtected, isForbidden, onUntie, onAllow, onUnattended, onLinks, onChange } = props;
  const { t } = useSpeech();
  const { host, accounts, allowed, unattended, links } = site;
  const nameOf = ({ issuer, name }: AccountOption): string =>
    [issuer, name].filter(Boolean).join(', ') || t('nameless');
  const one = accounts.length === 1;
  const hint = isForbidden
    ? 'organisationSet'
    : !isProtected
      ? 'siteFillNeeds'
      : one
        ? 'siteFillHint'
        : 'siteFillOne';
  return (
    <li class="site">
      <h3 class="site-host">{host}</h3>
      {accounts.length === 0 && <p class="quiet">{t('siteNoAccount')}</p>}
      {accounts.map((account) => (
        <div class="site-line" key={account.id}>
          <span>{nameOf(account)}</span>
          <button
            class="plain"
            aria-label={t('siteUntie', { account: nameOf(account), host })}
            onClick={() => onUntie(account)}
          >
            {t('siteUntieShort')}
          </button>
        </div>
      ))}
      {site.never && (
        <div class="site-line">
          <span>{t('siteNever')}</span>
          <button class="plain" onClick={() => onChange({ never: false })}>
            {t('siteAgain')}
          </button>
        </div>
      )}
      {site.chosen && (
        <div class="site-line">
          <span>{t('siteChosen')}</span>
          <button class="plain" onClick={() => onChange({ choices: null })}>
            {t('siteForget')}
          </button>
        </div>
      )}
      {(accounts.length > 0 || allowed) && (
        <details open={allowed}>
          <summary>{t('siteMore', { host })}</summary>
          <label class="check">
            <input
              type="checkbox"
              checked={allowed}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                // What is shown is what is: the answer of the browser draws it anew.
                event.currentTarget.checked = allowed;
                onAllow(on);
              }}
            />
            <span>
              {t('siteOpen')}
              <span class="quiet">{t('siteOpenHint')}</span>
            </span>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={unattended && !isForbidden}
              disabled={isForbidden || (!unattended && (!isProtected || !one))}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                event.currentTarget.checked = unattended;
                onUnattended(on);
              }}
            />
            <span>
              {t('siteFill')}
              <span class="quiet">{t(hint)}</span>
            </span>
          </label>
          {siteOrigin(site.origin) !== null && (
            <label class="check">
              <input
                type="checkbox"
                checked={links}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  event.currentTarget.checked = links;
                  onLinks(on);
                }}
              />
              <span>
                {t('siteLinks')}
                <span class="quiet">{t('siteLinksHint')}</span>
              </span>
            </label>
          )}
        </details>
      )}
    </li>
  );
}
