/** Everything that can be done by typing its name, for the state that is on the screen. */
import type { Named } from '@/lib/i18n/find-named';
import { actionSynonyms } from '@/lib/i18n/action-synonyms';
import { settingSynonyms } from '@/lib/i18n/setting-synonyms';
import type { Speech } from '@/lib/i18n/speak';
import type { Glance } from '@/lib/messages/protocol';
import type { Appearance, Settings, Sort } from '@/lib/settings/settings';
import type { Actions } from '../app/actions';
import type { ListHandle } from '../app/list-handle';
import { places, sectionTitles } from '../options/places';

export interface PaletteAction extends Named {
  readonly id: string;
  readonly run: () => void;
}

export interface PaletteContext {
  readonly speech: Speech;
  readonly glance: Glance | null;
  readonly actions: Actions;
  /** `null` where no list is shown. */
  readonly list: ListHandle | null;
  readonly onProtect: () => void;
  readonly onShortcuts: () => void;
}

export function paletteActions(context: PaletteContext): readonly PaletteAction[] {
  return [
    ...ofAccount(context),
    ...ofVault(context),
    ...ofSettings(context),
    ...ofPlaces(context.speech, context.actions),
  ];
}

const synonyms = (id: keyof typeof actionSynonyms): string => actionSynonyms[id];

/** Of the row that the keyboard is at: what its menu has, each by its name. */
function ofAccount({ speech: { t }, glance, actions, list }: PaletteContext): PaletteAction[] {
  const row = list?.row();
  if (!list || !row) return [];
  const hint = row.issuer || row.name || t('nameless');
  const hasCode = row.code.kind !== 'none';
  const isPinned = row.extra?.pinned === true;
  const { raw } = actions;
  return [
    ...(hasCode
      ? [
          { id: 'copy', title: t('copyTheCode'), hint, words: synonyms('copy'), run: () => list.use(row) },
          { id: 'fill', title: t('enterCode'), hint, words: synonyms('fill'), run: () => list.fill(row) },
        ]
      : []),
    ...(hasCode && glance?.settings.codesOnDemand
      ? [{ id: 'show', title: t('showCode'), hint, words: synonyms('show'), run: () => list.show(row) }]
      : []),
    {
      id: 'pin',
      title: t(isPinned ? 'unpin' : 'pin'),
      hint,
      words: synonyms('pin'),
      run: () => void raw.act('list.pin', { accountId: row.id, pinned: !isPinned }),
    },
    {
      id: 'groups',
      title: t('groupsOf'),
      hint,
      words: synonyms('groups'),
      run: () => list.menu(row, 'groups'),
    },
    { id: 'move', title: t('moveAccount'), hint, words: synonyms('move'), run: () => list.menu(row, 'move') },
    { id: 'details', title: t('seeDetails'), hint, words: synonyms('details'), run: () => list.details(row) },
    {
      id: 'remove',
      title: t('removeAccount'),
      hint,
      words: synonyms('remove'),
      run: () => list.menu(row, 'remove'),
    },
  ];
}

function ofVault({
  speech: { t },
  glance,
  actions,
  onProtect,
  onShortcuts,
}: PaletteContext): PaletteAction[] {
  const { port } = actions.raw;
  const vault = glance?.vault;
  const isOpen = vault?.kind === 'open';
  return [
    { id: 'scan', title: t('scanPage'), words: synonyms('scan'), run: actions.scan },
    { id: 'add', title: t('otherWays'), words: synonyms('add'), run: actions.otherWays },
    { id: 'import', title: t('bringOpenPage'), words: synonyms('import'), run: actions.bringIn },
    ...(isOpen && vault.protected
      ? [{ id: 'lock', title: t('lock'), words: synonyms('lock'), run: actions.lock }]
      : []),
    ...(isOpen && !vault.protected
      ? [{ id: 'protect', title: t('protect'), words: synonyms('protect'), run: onProtect }]
      : []),
    {
      id: 'backup',
      title: t('backUpNow'),
      words: synonyms('backup'),
      run: () => port.openPage('options.html#copy'),
    },
    { id: 'recovery', title: t('openRecovery'), words: synonyms('recovery'), run: actions.recover },
    {
      id: 'token',
      title: t('tokenVirtual'),
      words: synonyms('token'),
      run: () => port.openPage('token.html'),
    },
    {
      id: 'welcome',
      title: t('welAgain'),
      words: synonyms('welcome'),
      run: () => port.openPage('welcome.html'),
    },
    { id: 'settings', title: t('settings'), words: synonyms('settings'), run: port.openOptions },
    { id: 'shortcuts', title: t('shortcutsTitle'), words: synonyms('shortcuts'), run: onShortcuts },
    ...(port.openShortcuts
      ? [
          {
            id: 'browser-keys',
            title: t('browserKeys'),
            words: synonyms('shortcuts'),
            run: () => port.openShortcuts?.(),
          },
        ]
      : []),
  ];
}

const sortTitles = {
  name: 'sortName',
  own: 'sortOwn',
  recent: 'sortRecent',
  added: 'sortAdded',
} as const satisfies Record<Sort, string>;
const appearanceTitles = {
  system: 'appearanceSystem',
  light: 'appearanceLight',
  dark: 'appearanceDark',
} as const satisfies Record<Appearance, string>;

/** Those that take effect at once, without the page of the settings; what is chosen already is left out. */
function ofSettings({ speech: { t }, glance, actions }: PaletteContext): PaletteAction[] {
  if (!glance) return [];
  const { settings } = glance;
  const change = (
    id: string,
    title: string,
    hint: string,
    words: string,
    to: Partial<Omit<Settings, 'schema'>>,
  ) => ({
    id,
    title,
    hint,
    words,
    run: () => actions.change(to),
  });
  const sorts = (Object.keys(sortTitles) as Sort[]).filter((sort) => sort !== settings.sort);
  const looks = (Object.keys(appearanceTitles) as Appearance[]).filter(
    (look) => look !== settings.appearance,
  );
  return [
    ...sorts.map((sort) =>
      change(
        `sort-${sort}`,
        t(sortTitles[sort]),
        t('sortTitle'),
        `${synonyms('sort')} ${synonyms(`sort-${sort}`)}`,
        { sort },
      ),
    ),
    change(
      'on-demand',
      t(settings.codesOnDemand ? 'codesAlways' : 'codesOnDemand'),
      '',
      synonyms('on-demand'),
      { codesOnDemand: !settings.codesOnDemand },
    ),
    ...looks.map((appearance) =>
      change(`look-${appearance}`, t(appearanceTitles[appearance]), t('appearance'), synonyms('look'), {
        appearance,
      }),
    ),
    change('french', 'Français', t('language'), synonyms('french'), { language: 'fr' as const }),
    change('english', 'English', t('language'), synonyms('english'), { language: 'en' as const }),
  ];
}

/** Every place in the settings. */
function ofPlaces({ t }: Speech, { raw: { port } }: Actions): PaletteAction[] {
  return places.map(({ id, section, title }) => ({
    id: `place-${id}`,
    title: t(title as 'language'),
    hint: t(sectionTitles[section]),
    words: settingSynonyms[id] ?? '',
    run: () => port.openPage(`options.html#${id}`),
  }));
}
