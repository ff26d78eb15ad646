/** Fakes of the walks' ports: a page, a vault, a clock that a test moves. Real ones are in lib/browser and need a browser. */
import { fail, ok } from '@/lib/errors';
import type {
  ArmRequest,
  FillReport,
  FillRequest,
  PageOutcome,
  PointReport,
  PointRequest,
  Survey,
  WrittenKey,
} from '@/lib/fields/page-contract';
import type { VaultState } from '@/lib/messages/protocol';
import { noPolicy, type Policy } from '@/lib/settings/policy';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import type { Account, VaultContent } from '@/lib/vault/account';
import type { WalkPorts } from '@/lib/walks/ports';
import { type TabRecord, emptyRecord } from '@/lib/walks/tab-record';

export const tabId = 7;
export const origin = 'https://id.example.org';

export interface FakePage {
  url: string | null;
  privateWindow: boolean;
  active: boolean;
  /** Of the frame that answers. */
  frameId: number;
  /** Texts of the QR codes, one picture each; `null`: scripts may not run here. */
  qrTexts: string[] | null;
  aimedText: string | null;
  /** Keys shown as text. */
  written: WrittenKey[];
  field: Partial<NonNullable<Survey['field']>> | null;
  surveyOrigin: string;
  secureContext: boolean;
  candidates: Survey['candidates'];
  shows: boolean[];
  foreignFrames: string[];
  deviceNameField: boolean;
  fillReport: (request: FillRequest) => FillReport;
  /** `grant-lost`: the address of the tab is gone too; `no-answer`: only this once, between two documents. */
  outcome: PageOutcome | 'grant-lost' | 'no-answer';
  points: PointReport;
  recoveryCodes: string[];
  askedRecovery: number | null;
  /** How far the site's clock is ahead, ms; `null`: it cannot be read. */
  clockMs: number | null;
  /** How often it was read. */
  clockReads: number;
}

export interface FakeWorld {
  readonly ports: WalkPorts;
  readonly page: FakePage;
  readonly typed: FillRequest[];
  /** What the page was asked to wait for; `null`: no longer. */
  readonly armed: (ArmRequest | null)[];
  /** For whose apps a link was looked for. */
  readonly pointed: PointRequest['app'][];
  readonly shown: number[];
  readonly countDowns: (number | null)[];
  /** Origins that the browser lets us into, and whether to stay. */
  readonly access: Map<string, 'once' | 'kept'>;
  /** Of those, the ones whose account links open in Seconde. */
  readonly linkSites: Set<string>;
  /** What happened, in order: `saved`, `typed`. */
  readonly events: string[];
  settings: Settings;
  policy: Policy;
  vaultState: VaultState | null;
  content: VaultContent;
  nowMs: number;
  record(): TabRecord;
}

const sureField: NonNullable<Survey['field']> = {
  class: 'authenticator',
  score: 9,
  certainty: 'sure',
  shape: 'single',
  visible: true,
  replaceable: true,
  submitsByItself: false,
  key: 'k1',
  reasons: [],
};

export function account(change: Partial<Account> = {}): Account {
  return {
    id: 'a1',
    issuer: 'Cégep',
    name: 'alice',
    otp: {
      kind: 'totp',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
    sites: [],
    confirmed: false,
    createdAtMs: 0,
    ...change,
  };
}

export function createWorld(): FakeWorld {
  const records = new Map<number, TabRecord>();
  const usedSteps = new Map<string, number>();
  const spent = new Map<string, number>();
  let recent: string[] = [];
  let ids = 0;
  const page: FakePage = {
    url: `${origin}/enrol`,
    privateWindow: false,
    active: true,
    frameId: 0,
    qrTexts: [],
    aimedText: null,
    written: [],
    field: {},
    surveyOrigin: origin,
    secureContext: true,
    candidates: [],
    shows: [],
    foreignFrames: [],
    deviceNameField: true,
    fillReport: ({ deviceName }) => ({ kind: 'filled', rung: 'value', deviceName }),
    outcome: 'unchanged',
    points: { page: null, link: null },
    clockMs: null,
    clockReads: 0,
    recoveryCodes: [],
    askedRecovery: null,
  };
  const typed: FillRequest[] = [];
  const armed: (ArmRequest | null)[] = [];
  const pointed: PointRequest['app'][] = [];
  const shown: number[] = [];
  const countDowns: (number | null)[] = [];
  const events: string[] = [];
  const access = new Map<string, 'once' | 'kept'>();
  const linkSites = new Set<string>();
  // A picture is one pixel whose red is the index of its text; the reader fake looks it up.
  const texts: string[] = [];
  const pictureOf = (text: string) => ({
    width: 1,
    height: 1,
    luma: btoa(String.fromCharCode(texts.push(text) - 1)),
  });

  const world: FakeWorld = {
    page,
    typed,
    armed,
    pointed,
    shown,
    countDowns,
    access,
    linkSites,
    events,
    policy: noPolicy,
    settings: { ...defaultSettings, computer: 'mine' },
    vaultState: null,
    content: { schema: 1, accounts: [] },
    nowMs: 1_700_000_000_000,
    record: () => records.get(tabId) ?? emptyRecord,
    ports: {
      pages: {
        tab: async (id) => ({
          id,
          url: page.outcome === 'grant-lost' ? null : page.url,
          privateWindow: page.privateWindow,
          active: page.active,
        }),
        capture: async () => {
          if (page.qrTexts === null) return fail('page-protected');
          const pictures = page.qrTexts.map((text) => ({
            ...pictureOf(text),
            lumaOnBlack: null,
            aimed: false,
          }));
          const aimed =
            page.aimedText === null ? [] : [{ ...pictureOf(page.aimedText), lumaOnBlack: null, aimed: true }];
          return ok({
            origin: page.surveyOrigin,
            pictures: [...aimed, ...pictures],
            aimed: aimed.length > 0,
            ...(page.written.length > 0 && { written: page.written }),
          });
        },
        pointLink: async (_tab, { app }) => {
          pointed.push(app);
          return page.qrTexts === null ? fail('page-protected') : ok(page.points);
        },
        screenshot: async () => fail('page-protected'),
        show: async () => ok(null),
        putBack: async () => undefined,
        survey: async () =>
          ok([
            {
              frameId: page.frameId,
              survey: {
                origin: page.surveyOrigin,
                secureContext: page.secureContext,
                field: page.field === null ? null : { ...sureField, ...page.field },
                candidates: page.candidates,
                shows: page.shows,
                foreignFrames: page.foreignFrames,
                deviceNameField: page.deviceNameField,
                button: 'Enregistrer',
              },
            },
          ]),
        fill: async (_tab, _frame, request) => {
          events.push('typed');
          typed.push(request);
          return ok(page.fillReport(request));
        },
        point: async (_tab, _frame, key) => {
          events.push(`pointed ${key}`);
          return ok(page.candidates.some((candidate) => candidate.key === key));
        },
        outcome: async () =>
          page.outcome === 'grant-lost' || page.outcome === 'no-answer'
            ? fail('page-protected')
            : ok(page.outcome),
        clock: async () => {
          page.clockReads += 1;
          if (page.clockMs === null) return ok(null);
          const startMs = world.nowMs;
          const second = Math.floor((startMs + page.clockMs) / 1000) * 1000;
          world.nowMs += 20;
          return ok({ startMs, endMs: world.nowMs, date: new Date(second).toUTCString(), aged: false });
        },
        recoveryCodes: async () => ok(page.recoveryCodes),
        askedRecovery: async () => ok(page.askedRecovery),
        arm: async (_tab, request) => {
          armed.push(request);
          return page.outcome === 'grant-lost' ? fail('page-protected') : ok(request !== null);
        },
      },
      surfaces: {
        show: async (id) => void shown.push(id),
        popupGone: async () => undefined,
        countDown: async (_tab, seconds) => void countDowns.push(seconds),
      },
      records: {
        get: async (id) => records.get(id) ?? emptyRecord,
        change: async (id, change) => {
          const after = change(records.get(id) ?? emptyRecord);
          records.set(id, after);
          return after;
        },
      },
      vault: {
        state: async () =>
          world.vaultState ??
          (world.content.accounts.length === 0
            ? { kind: 'empty' }
            : { kind: 'open', protected: false, accounts: world.content.accounts.length }),
        content: async () => ok(world.content),
        update: async (change) => {
          const after = change(world.content);
          if (after !== world.content) events.push('saved');
          world.content = after;
          return ok(after);
        },
      },
      settings: { read: async () => world.settings },
      policy: { read: async () => world.policy },
      usedSteps: {
        get: async (id) => usedSteps.get(id) ?? null,
        set: async (id, step) => void usedSteps.set(id, step),
      },
      uses: {
        recent: async () => recent,
        spent: async () => Object.fromEntries(spent),
        note: async (id, untilMs) => {
          recent = [id, ...recent.filter((other) => other !== id)];
          if (untilMs !== null) spent.set(id, untilMs);
        },
      },
      access: {
        allowed: async (site) => access.has(site),
        kept: async (site) => access.get(site) === 'kept',
        opensLinks: async (site) => linkSites.has(site) && access.get(site) === 'kept',
        drop: async (site) => void access.delete(site),
      },
      clock: {
        now: () => world.nowMs,
        sleep: async (ms) => {
          world.nowMs += ms;
        },
      },
      readQr: async (pixels) => {
        const text = texts[pixels.data[0] ?? -1];
        return { texts: text === undefined || text === 'blurred' ? [] : [text], sawCode: text === 'blurred' };
      },
      newId: () => `id-${++ids}`,
      randomBytes: (length) => Uint8Array.from({ length }, (_, index) => index + ++ids),
      deviceName: async () => 'Seconde sur ordinateur',
    },
  };
  return world;
}
