import { useEffect, useRef, useState } from 'preact/hooks';
import type { MoveTo } from '@/lib/messages/list-protocol';
import type { AccountRow, Response } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import type { MenuPart } from '../app/list-handle';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { useSpeech } from '../ui/speech';
import { RowGroups } from './row-groups';
import './row-menu.css';

export interface RowMenuProps {
  readonly row: AccountRow;
  /** What it was opened for. */
  readonly at: MenuPart;
  /** Its code is not on the screen. */
  readonly hidden: boolean;
  readonly actions: Actions;
  readonly onUse: (row: AccountRow) => void;
  readonly onFill: (row: AccountRow) => void;
  readonly onReveal: (row: AccountRow) => void;
  /** `null` where the order is the one of a search. */
  readonly onMove: ((row: AccountRow, to: MoveTo) => Promise<void>) | null;
  readonly onDetails: (row: AccountRow) => void;
  readonly onRemove: (row: AccountRow) => void;
  readonly onClose: () => void;
}

type About = Response<'list.about'>;

/** What can be done with an account, its names in full. */
export function RowMenu(props: RowMenuProps) {
  const { row, at, hidden, actions, onMove, onClose } = props;
  const { t, failure } = useSpeech();
  const [about, setAbout] = useState<About | null>(null);
  const [part, setPart] = useState<Exclude<MenuPart, 'remove'>>(at === 'remove' ? 'all' : at);
  const [problem, setProblem] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const read = async (): Promise<void> => {
    const answer = await actions.ask('list.about', { accountId: row.id });
    if (answer.ok) setAbout(answer.value);
  };
  useEffect(() => void read(), []);
  useEffect(() => {
    const first =
      part === 'all' && at === 'remove' ? '.danger' : '.row-menu-main button, .row-menu-main input';
    box.current?.querySelector<HTMLElement>(first)?.focus();
  }, [part]);
  const issuer = row.issuer || row.name || t('nameless');
  const hasCode = row.code.kind !== 'none';
  const then = (run: (row: AccountRow) => void) => () => {
    onClose();
    run(row);
  };
  const pin = async (pinned: boolean): Promise<void> => {
    const answer = await actions.ask('list.pin', { accountId: row.id, pinned });
    if (answer.ok) onClose();
    else setProblem(failure(answer.failure));
  };
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || part === 'groups') return;
    event.preventDefault();
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <Sheet label={t('moreOf', { issuer })} class="row-menu" onClose={onClose}>
      <div ref={box} class="row-menu-in" onKeyDown={walk}>
        <div class="over-head">
          <h2>
            {issuer}
            {row.issuer && row.name && <span class="quiet">{row.name}</span>}
          </h2>
          <button class="icon-button" aria-label={t('cancel')} title={t('cancel')} onClick={onClose}>
            <Icon name="clear" />
          </button>
        </div>
        {problem && (
          <p class="row-menu-problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row-menu-main">
          {part === 'all' && (
            <>
              {hasCode && <button onClick={then(props.onUse)}>{t('copyTheCode')}</button>}
              {hasCode && <button onClick={then(props.onFill)}>{t('enterCode')}</button>}
              {hasCode && hidden && <button onClick={then(props.onReveal)}>{t('showCode')}</button>}
              {about && (
                <button onClick={() => void pin(!about.pinned)}>{t(about.pinned ? 'unpin' : 'pin')}</button>
              )}
              {about && <button onClick={() => setPart('groups')}>{t('groupsOf')}</button>}
              {about && onMove && <button onClick={() => setPart('move')}>{t('moveAccount')}</button>}
              <button class="details" aria-label={t('detailsOf', { issuer })} onClick={then(props.onDetails)}>
                {t('seeDetails')}
              </button>
              <button class="danger" onClick={then(props.onRemove)}>
                {t('removeAccount')}
              </button>
            </>
          )}
          {part === 'move' && onMove && (
            <>
              {moves.map(({ to, word }) => (
                <button key={to} onClick={() => void onMove(row, to)}>
                  {t(word)}
                </button>
              ))}
              <button class="primary" onClick={onClose}>
                {t('done')}
              </button>
            </>
          )}
          {part === 'groups' && about && (
            <RowGroups
              about={about}
              onChange={async (tags) => {
                const answer = await actions.ask('list.tags', { accountId: row.id, tags });
                if (answer.ok) await read();
                else setProblem(failure(answer.failure));
              }}
              onDone={onClose}
            />
          )}
        </div>
      </div>
    </Sheet>
  );
}

const moves = [
  { to: 'up', word: 'moveUp' },
  { to: 'down', word: 'moveDown' },
  { to: 'first', word: 'moveFirst' },
  { to: 'last', word: 'moveLast' },
] as const;
