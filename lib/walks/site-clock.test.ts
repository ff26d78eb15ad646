import { beforeEach, describe, expect, it } from 'vitest';
import { codeAtStep } from '@/lib/otp/code';
import type { TotpParameters } from '@/lib/otp/parameters';
import { type FakeWorld, account, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { fillFromCard } from './confirm-in-page';
import { enrol } from './enrol';
import { fill } from './fill';
import { conclude, look, noteSubmitted } from './look';
import { accountsPage } from './show';
import { adjustClock, checkClock, forgetClock } from './site-clock';

const uri = 'otpauth://totp/Acme:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const request = { srcUrl: null, targetElementId: null };
const asked = { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null };
const host = 'id.example.org';

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
  world.page.qrTexts = [uri];
  // In the middle of a step.
  world.nowMs = 1_700_000_010_000 - (1_700_000_010_000 % 30_000) + 12_000;
});

const otp = () => world.content.accounts[0]?.otp as TotpParameters;
const card = () => world.record().card;
const serverStep = () => Math.floor((world.nowMs + (world.page.clockMs ?? 0)) / 30_000);
const kept = () => world.content.clockOffsets?.[origin];

async function refusedSignIn(): Promise<void> {
  await fill(world.ports, tabId, asked);
  await noteSubmitted(world.ports, tabId, { origin, cancelled: false });
  world.page.outcome = 'refused';
  await look(world.ports, tabId);
}

describe('an enrolment', () => {
  it('types at once by a clock that agrees', async () => {
    world.page.clockMs = 300;
    await enrol(world.ports, tabId, request);
    expect(world.typed).toHaveLength(1);
    expect(world.page.clockReads).toBe(1);
    expect(world.content.clockOffsets).toBeUndefined();
  });

  it('types by this computer’s clock where the other cannot be known, and says nothing of it', async () => {
    await enrol(world.ports, tabId, request);
    expect(world.typed).toHaveLength(1);
    expect(card()).toMatchObject({ fill: { kind: 'filled' } });
  });

  it('waits until a code has begun on both clocks, when they differ by little', async () => {
    world.page.clockMs = -3000;
    world.nowMs -= 11_000;
    await enrol(world.ports, tabId, request);
    expect(world.typed).toHaveLength(1);
    expect(world.typed[0]?.code).toBe(codeAtStep(otp(), serverStep()));
  });

  it.each([-47_000, 90_000])('asks before it types a code that would be refused (%i ms)', async (clockMs) => {
    world.page.clockMs = clockMs;
    await enrol(world.ports, tabId, request);
    expect(world.typed).toHaveLength(0);
    expect(card()).toMatchObject({
      kind: 'enrolled',
      fill: { kind: 'clock', host, clock: { kind: 'known', notable: true, adjustedMs: null, tooFar: false } },
    });

    expect(await adjustClock(world.ports, tabId, true)).toEqual({ ok: true, value: undefined });
    await fillFromCard(world.ports, tabId, async () => undefined);
    expect(world.typed.map(({ code }) => code)).toEqual([codeAtStep(otp(), serverStep())]);
    expect(kept()?.offsetMs).toBeCloseTo(clockMs, -4);
    expect(world.page.clockReads).toBe(1);
  });

  it('types by this computer’s clock all the same when the person would rather', async () => {
    world.page.clockMs = 90_000;
    await enrol(world.ports, tabId, request);
    await world.ports.records.change(tabId, (record) => ({ ...record, ownClock: true }));
    await fillFromCard(world.ports, tabId, async () => undefined);
    expect(world.typed[0]?.code).toBe(codeAtStep(otp(), Math.floor(world.nowMs / 30_000)));
    expect(kept()).toBeUndefined();
  });

  it('asks no clock for a code that is counted', async () => {
    world.page.qrTexts = [uri.replace('totp', 'hotp')];
    await enrol(world.ports, tabId, request);
    expect(world.typed).toHaveLength(1);
    expect(world.page.clockReads).toBe(0);
  });

  it('is told of the clock when the person says that the code was refused', async () => {
    await enrol(world.ports, tabId, request);
    await conclude(world.ports, tabId, { accountId: 'id-1' }, false);
    expect(card()).toMatchObject({ outcome: 'refused', clock: { kind: 'unknown', host } });
  });
});

describe('a sign-in', () => {
  beforeEach(() => {
    world.content = { schema: 1, accounts: [account({ sites: [origin], confirmed: true })] };
  });

  it('asks no clock', async () => {
    world.page.clockMs = -47_000;
    await fill(world.ports, tabId, asked);
    expect(world.typed).toHaveLength(1);
    expect(world.page.clockReads).toBe(0);
  });

  it('asks once after a refused code, and offers to adjust', async () => {
    world.page.clockMs = -37_000;
    await refusedSignIn();
    await look(world.ports, tabId);
    expect(world.page.clockReads).toBe(1);
    expect(card()).toMatchObject({ kind: 'signing-in', fill: { kind: 'clock', clock: { notable: true } } });
    await adjustClock(world.ports, tabId, true);
    await fill(world.ports, tabId, asked);
    // At once: the step that was refused was never used, so it is not passed over.
    expect(world.typed.at(-1)?.code).toBe(codeAtStep(otp(), serverStep()));
    expect(world.countDowns).toEqual([]);
  });

  it.each([null, 800])(
    'has nothing to show after a refused code that the clock does not explain (%s)',
    async (ms) => {
      world.page.clockMs = ms;
      await refusedSignIn();
      expect(world.page.clockReads).toBe(1);
      expect(card()).toBeNull();
    },
  );

  describe('where the clock is followed', () => {
    beforeEach(() => {
      world.page.clockMs = -47_000;
      const offset = { offsetMs: -47_000, errorMs: 510, measuredAtMs: world.nowMs };
      world.content = { ...world.content, clockOffsets: { [origin]: offset } };
    });

    it('types by it without asking again', async () => {
      await fill(world.ports, tabId, asked);
      expect(world.typed[0]?.code).toBe(codeAtStep(otp(), serverStep()));
      expect(world.page.clockReads).toBe(0);
    });

    it('asks again after half a day, and goes by what it reads', async () => {
      world.nowMs += 13 * 3_600_000;
      world.page.clockMs = -49_000;
      await fill(world.ports, tabId, asked);
      expect(world.page.clockReads).toBe(1);
      expect(kept()?.offsetMs).toBeCloseTo(-49_000, -4);
      expect(world.typed[0]?.code).toBe(codeAtStep(otp(), serverStep()));
    });

    it('stops when the computer was set right meanwhile', async () => {
      world.nowMs += 13 * 3_600_000;
      world.page.clockMs = 100;
      await fill(world.ports, tabId, asked);
      expect(kept()).toBeUndefined();
      expect(world.typed[0]?.code).toBe(codeAtStep(otp(), Math.floor(world.nowMs / 30_000)));
    });

    it.each([3 * 3_600_000, 400 * 86_400_000, -40 * 86_400_000])(
      'never follows a leap that nobody agreed to (%i ms): no code of another time is typed',
      async (clockMs) => {
        world.nowMs += 13 * 3_600_000;
        world.page.clockMs = clockMs;
        await fill(world.ports, tabId, asked);
        expect(kept()).toBeUndefined();
        expect(world.typed.map(({ code }) => code)).toEqual([
          codeAtStep(otp(), Math.floor(world.nowMs / 30_000)),
        ]);
      },
    );

    it('goes on where it cannot be read, a little more carefully', async () => {
      world.nowMs += 13 * 3_600_000;
      world.page.clockMs = null;
      await fill(world.ports, tabId, asked);
      expect(kept()?.offsetMs).toBe(-47_000);
      expect(world.typed).toHaveLength(1);
    });

    it('shows the rows of this site by it, and every other by this computer’s clock', () => {
      const elsewhere = account({ id: 'b', sites: ['https://other.example'] });
      const tab = { id: tabId, url: `${origin}/x`, privateWindow: false, active: true };
      const accounts = [...world.content.accounts, elsewhere];
      const list = accountsPage(
        { schema: 1, accounts },
        tab,
        { query: '', offset: 0, limit: 9 },
        world.nowMs,
        kept(),
      );
      const [here, there] = list.rows;
      expect(here?.extra).toEqual({ adjustedFor: host });
      expect(here?.code).toMatchObject({ current: codeAtStep(otp(), serverStep()) });
      expect(there?.extra).toBeUndefined();
      expect(there?.code).toMatchObject({ current: codeAtStep(otp(), Math.floor(world.nowMs / 30_000)) });
      const ends = here?.code.kind === 'timed' ? here.code.expiresAtMs : Number.NaN;
      expect((ends - 47_000) % 30_000).toBe(0);
    });

    it('is followed no longer when the person says so', async () => {
      await forgetClock(world.ports, host);
      expect(kept()).toBeUndefined();
      await checkClock(world.ports, tabId);
      await adjustClock(world.ports, tabId, true);
      expect(kept()).toBeDefined();
      await adjustClock(world.ports, tabId, false);
      expect(kept()).toBeUndefined();
    });
  });
});

it('asks the page in front when the person wants to know', async () => {
  expect(await checkClock(world.ports, tabId)).toEqual({ ok: true, value: { kind: 'unknown', host } });
  world.page.clockMs = 3 * 86_400_000;
  expect(await checkClock(world.ports, tabId)).toMatchObject({ value: { notable: true, tooFar: true } });
  expect(await adjustClock(world.ports, tabId, true)).toMatchObject({ failure: { code: 'clock-too-far' } });
  expect(kept()).toBeUndefined();
});

it('goes by the site’s clock after all when the person tried this computer’s first', async () => {
  world.page.clockMs = 90_000;
  await enrol(world.ports, tabId, request);
  await world.ports.records.change(tabId, (record) => ({ ...record, ownClock: true }));
  await fillFromCard(world.ports, tabId, async () => undefined);
  // As in Firefox: the page was sent, the grant went with it, and the person says what became of the code.
  world.page.clockMs = null;
  await world.ports.records.change(tabId, (record) => ({ ...record, watch: null }));
  await conclude(world.ports, tabId, { accountId: 'id-1' }, false);
  expect(card()).toMatchObject({ outcome: 'refused', clock: { kind: 'known', notable: true } });
  await adjustClock(world.ports, tabId, true);
  world.page.clockMs = 90_000;
  await fillFromCard(world.ports, tabId, async () => undefined);
  expect(world.typed.at(-1)?.code).toBe(codeAtStep(otp(), serverStep()));
});
