import { beforeEach, expect, it } from 'vitest';
import { rehearsalSecret } from '@/lib/otp/rehearsal';
import { type FakeWorld, account, createWorld, tabId } from '@/tests/fakes/walk-ports';
import { enrolText } from './enrol-texts';
import { clearRehearsals, endRehearsal, findRehearsal } from './rehearsal';

const secret = rehearsalSecret(new Uint8Array(10).fill(3));
const address = `otpauth://totp/Seconde%20(exercice):essai?secret=${secret}&issuer=Seconde%20(exercice)`;
const id = 'id-1';

let world: FakeWorld;
beforeEach(async () => {
  world = createWorld();
  world.content = { schema: 1, accounts: [account()] };
  world.page.url = 'chrome-extension://x/welcome.html';
  await enrolText(world.ports, tabId, address, null);
});

it('is found by its own key, once it was added', async () => {
  expect(await findRehearsal(world.ports, secret)).toEqual({ ok: true, value: { accountId: id } });
  const other = rehearsalSecret(new Uint8Array(10));
  expect(await findRehearsal(world.ports, other)).toEqual({ ok: true, value: { accountId: null } });
});

it('asks nothing about the computer: the first real account does', async () => {
  world = createWorld();
  world.settings = { ...world.settings, computer: null };
  await enrolText(world.ports, tabId, address, null);
  expect(world.record().card).toMatchObject({ kind: 'enrolled', askComputer: false });
});

it('never tells of an account that is none', async () => {
  const real = account().otp.secret ?? '';
  expect(await findRehearsal(world.ports, real)).toEqual({ ok: true, value: { accountId: null } });
});

it('ends with a verified account, on the card as well', async () => {
  await endRehearsal(world.ports, tabId, secret);
  expect(world.record().card).toMatchObject({ kind: 'enrolled', outcome: 'accepted' });
  expect(world.content.accounts).toMatchObject([{ confirmed: false }, { id, confirmed: true }]);
});

it('ends without a card too', async () => {
  await world.ports.records.change(tabId, (record) => ({ ...record, card: null }));
  await endRehearsal(world.ports, tabId, secret);
  expect(world.content.accounts).toMatchObject([{ confirmed: false }, { id, confirmed: true }]);
});

it('goes without a trace, and takes no other account with it', async () => {
  const [, rehearsal] = world.content.accounts;
  if (!rehearsal) throw new TypeError('a rehearsal expected');
  const trash = [{ account: { ...rehearsal, id: 'old' }, deletedAtMs: world.nowMs }];
  world.content = { ...world.content, trash };
  expect(await clearRehearsals(world.ports)).toEqual({ ok: true, value: { removed: 1 } });
  expect(world.content).toEqual({ schema: 1, accounts: [account()], trash: [] });
  world.events.length = 0;
  expect(await clearRehearsals(world.ports)).toEqual({ ok: true, value: { removed: 0 } });
  expect(world.events).toEqual([]);
});
