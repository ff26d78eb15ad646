/** Every try of a hostile page, as data: where it is opened, what the person does there, and what may come of it. */
import { tricks } from '../site/hostile/tricks.ts';

export interface Attempt {
  readonly id: string;
  readonly requirement: string;
  /** Under which the page is opened: the account's own host, or another one on the same machine. */
  readonly host: string;
  /** The second server: the same host by another port. */
  readonly otherPort?: true;
  /** `{own}` and `{evil}` stand for the origins of the account and of the other host. */
  readonly path: string;
  /** `none`: the page is left to itself for some seconds. */
  readonly gesture: 'shortcut' | 'none';
  /** Milliseconds after the gesture at which the page goes to another origin by itself. */
  readonly raceMs?: number;
  /** The page opens an empty one and writes the field into it. */
  readonly opens?: true;
  /** Nothing may be typed at all: the person is told, or asked. */
  readonly refused: boolean;
}

export const ownHost = 'college.localhost';
const evilHost = 'evil.localhost';

const own = (id: string): Attempt => ({
  id,
  requirement: tricks[id]?.requirement ?? '',
  host: ownHost,
  path: `/hostile/${id}`,
  gesture: id === 'events' ? 'none' : 'shortcut',
  refused: tricks[id]?.allowed === undefined,
});

const elsewhere = (id: string, host: string, more: Partial<Attempt> = {}): Attempt => ({
  id,
  requirement: 'S-05',
  host,
  path: '/hostile/field',
  gesture: 'shortcut',
  refused: true,
  ...more,
});

export const attempts: readonly Attempt[] = [
  ...Object.keys(tricks)
    .filter((id) => id !== 'field')
    .map(own),
  elsewhere('look-alike letters', 'co11ege.localhost'),
  elsewhere('sub-domain', `www.${ownHost}`),
  elsewhere('host as a part of another', `${ownHost}.${evilHost}`),
  elsewhere('hyphenated', 'college-login.localhost'),
  elsewhere('parent domain', 'localhost'),
  elsewhere('address', '127.0.0.1'),
  elsewhere('other port', ownHost, { otherPort: true }),
  elsewhere('empty page of another', evilHost, { opens: true }),
  elsewhere('own site framed by another', evilHost, {
    requirement: 'S-07',
    path: '/hostile/framing?what={own}',
  }),
  elsewhere('another framed by own site', ownHost, {
    requirement: 'S-07',
    path: '/hostile/framing?what={evil}',
  }),
  ...[0, 15, 40, 90, 200].map((raceMs) =>
    elsewhere(`goes elsewhere ${raceMs} ms after the gesture`, ownHost, {
      requirement: 'S-09',
      path: '/hostile/race?to={evil}',
      raceMs,
      refused: false,
    }),
  ),
];

/** One for each requirement and kind of harm: what a journey has time for. */
const few = new Set([
  'events',
  'opacity-around',
  'covered-popover',
  'same-origin-frame-hidden',
  'sandboxed-frame',
  'many-frames',
  'twins',
  'prototypes',
  'turns-field-into-comment',
  'steals-focus',
  'flood',
  'look-alike letters',
  'other port',
  'own site framed by another',
  'goes elsewhere 40 ms after the gesture',
]);
export const fewAttempts = attempts.filter(({ id }) => few.has(id));
