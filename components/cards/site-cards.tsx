import { useState } from 'preact/hooks';
import type { FieldOption, SiteCard } from '@/lib/messages/sites-protocol';
import type { Actions } from '../app/actions';
import { siteActions } from '../sites/site-actions';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { reasonWords } from './reasons';
import { Who } from './who';

interface Props<Kind extends SiteCard['kind']> {
  readonly card: Extract<SiteCard, { kind: Kind }>;
  readonly actions: Actions;
}

/** No field is surely right: the person chooses in a list; choosing one shows it in the page. */
export function PickFieldCard({ card, actions }: Props<'pick-field'>) {
  const { t, failure } = useSpeech();
  return (
    <section class="card">
      <h2>{t('fieldTitle')}</h2>
      <Notice tone="careful">{failure(card.failure)}</Notice>
      <p>{t('fieldLead')}</p>
      <Fields options={card.options} onChoose={siteActions(actions).fillField} />
      <Done actions={actions} />
    </section>
  );
}

/** Frames of other sites: named with the page around them, one is let in by the browser for this time. */
export function AskFrameCard({ card, actions }: Props<'ask-frame'>) {
  const { t, failure } = useSpeech();
  return (
    <section class="card">
      <h2>{t('frameTitle')}</h2>
      <p>{failure({ code: 'field-none' })}</p>
      {card.frames.map(({ origin, host }) => (
        <div class="stack" key={origin}>
          <p>{t('frameBody', { top: card.topHost, host })}</p>
          <button class="wide" onClick={() => siteActions(actions).allowFrame(origin)}>
            {t('frameAllow', { host })}
          </button>
        </div>
      ))}
      <p class="quiet">{t('frameAllowHint')}</p>
      <div class="buttons">
        <button class="primary" onClick={actions.done}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}

/** `http:`: refused; where there is nothing else, allowed by name behind a second step. */
export function InsecureCard({ card, actions }: Props<'insecure'>) {
  const { t } = useSpeech();
  const [asks, setAsks] = useState(false);
  const { host, accountId } = card;
  return (
    <section class="card">
      <h2>{t('insecureTitle')}</h2>
      <Notice tone="bad">{t('insecureBody', { host })}</Notice>
      <p>{t('insecureTry')}</p>
      {asks && <Notice tone="careful">{t('insecureWarning')}</Notice>}
      <div class="buttons upright">
        <button class="primary" onClick={actions.done}>
          {t('askSiteNo')}
        </button>
        {asks ? (
          <button class="plain" onClick={() => void siteActions(actions).allowHttp(host, accountId)}>
            {t('insecureAllow', { host })}
          </button>
        ) : (
          <button class="link" onClick={() => setAsks(true)}>
            {t('insecureOnly')}
          </button>
        )}
      </div>
    </section>
  );
}

export function NeverHereCard({ card, actions }: Props<'never-here'>) {
  const { t } = useSpeech();
  return (
    <section class="card">
      <h2>{t('neverTitle')}</h2>
      <p>{t('neverBody', { host: card.host })}</p>
      <div class="buttons">
        <button class="primary" onClick={actions.done}>
          {t('done')}
        </button>
        <button class="plain" onClick={() => siteActions(actions).fillAgain(card.origin)}>
          {t('neverUndo')}
        </button>
      </div>
    </section>
  );
}

/** Which account, which field, why; one click puts it right. */
export function CorrectCard({ card, actions }: Props<'correct'>) {
  const { t } = useSpeech();
  const { host, field } = card;
  return (
    <section class="card">
      <h2>{t('correctTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      <dl class="hosts">
        <dt>{t('correctWhere')}</dt>
        <dd>
          <b>{host}</b>
          {field && <FieldWords option={field} />}
        </dd>
        <dt>{t('correctWhy')}</dt>
        {reasonWords(card.reasons).map((word) => (
          <dd key={word}>{t(word)}</dd>
        ))}
      </dl>
      <h3>{t('correctField')}</h3>
      {card.fields.length === 0 ? (
        <p class="quiet">{t('correctNoField')}</p>
      ) : (
        <Fields options={card.fields} onChoose={siteActions(actions).fillField} />
      )}
      {card.accounts.length > 0 && (
        <>
          <h3>{t('correctAccount')}</h3>
          <ul role="list" class="choices">
            {card.accounts.map(({ id, issuer, name }) => (
              <li key={id}>
                <button class="choice" onClick={() => siteActions(actions).correctAccount(id)}>
                  <Who issuer={issuer} name={name} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons upright">
        <button class="plain" onClick={siteActions(actions).neverHere}>
          {t('correctNever', { host })}
        </button>
        <button class="primary" onClick={actions.done}>
          {t('correctNothing')}
        </button>
      </div>
    </section>
  );
}

function Fields({
  options,
  onChoose,
}: {
  options: readonly FieldOption[];
  onChoose: (index: number) => void;
}) {
  return (
    <ul role="list" class="choices">
      {options.map((option, index) => (
        <li key={index}>
          <button class="choice" onClick={() => onChoose(index)}>
            <FieldWords option={option} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the page calls the field, and what is near it. */
function FieldWords({ option: { label, place } }: { option: FieldOption }) {
  const { t } = useSpeech();
  return (
    <span class="choice-text">
      <b>{label || t('fieldNameless')}</b>
      {place && <span>{t('fieldPlace', { place })}</span>}
    </span>
  );
}

function Done({ actions }: { actions: Actions }) {
  const { t } = useSpeech();
  return (
    <div class="buttons">
      <button class="plain" onClick={actions.done}>
        {t('cancel')}
      </button>
    </div>
  );
}
