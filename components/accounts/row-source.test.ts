import { expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import type { AccountRow, AccountsPage } from '@/lib/messages/protocol';
import { type AskedRows, RowSource } from './row-source';

function row(index: number, code = '111111'): AccountRow {
  return {
    id: `id-${index}`,
    issuer: `Issuer ${index}`,
    name: '',
    here: false,
    confirmed: true,
    code: { kind: 'timed', current: code, next: '222222', periodSeconds: 30, expiresAtMs: 1 },
  };
}

function page(offset: number, count: number, total = 100, code?: string): AccountsPage {
  const rows = Array.from({ length: count }, (_, index) => row(offset + index, code));
  return { total, offset, rows, here: 0, host: null };
}

test('asks only for the rows in sight that are missing', async () => {
  const read = vi.fn(({ offset, limit }: AskedRows) => Promise.resolve(ok(page(offset, limit))));
  const source = new RowSource(page(0, 12), read, () => undefined);
  await source.show(0, 10);
  expect(read).not.toHaveBeenCalled();
  await source.show(8, 20);
  expect(read).toHaveBeenCalledExactlyOnceWith({ query: '', offset: 12, limit: 20 });
  expect(source.row(19)?.id).toBe('id-19');
});

test('does not ask twice for the same rows while the answer is on its way', () => {
  const read = vi.fn(() => new Promise<Result<AccountsPage>>(() => undefined));
  const source = new RowSource(page(0, 12), read, () => undefined);
  void source.show(10, 20);
  void source.show(10, 20);
  expect(read).toHaveBeenCalledTimes(1);
});

test('drops the answer to an earlier search', async () => {
  const answers = new Map<string, (value: Result<AccountsPage>) => void>();
  const read = ({ query }: AskedRows) =>
    new Promise<Result<AccountsPage>>((resolve) => answers.set(query, resolve));
  const source = new RowSource(page(0, 12), read, () => undefined);
  const first = source.search('a', null, 12);
  const second = source.search('ab', null, 12);
  answers.get('ab')?.(ok(page(0, 1, 1)));
  await second;
  answers.get('a')?.(ok(page(0, 12, 50)));
  await first;
  expect(source.total).toBe(1);
});

test('a refresh replaces what is in sight and forgets the rest', async () => {
  const read = vi.fn(({ offset, limit }: AskedRows) =>
    Promise.resolve(ok(page(offset, limit, 100, '999999'))),
  );
  const source = new RowSource(page(0, 12), read, () => undefined);
  await source.show(4, 8);
  await source.refresh();
  expect(read).toHaveBeenCalledExactlyOnceWith({ query: '', offset: 4, limit: 4 });
  expect(source.row(5)?.code).toMatchObject({ current: '999999' });
  expect(source.row(0)).toBeUndefined();
});

test('keeps the rows when a refresh fails', async () => {
  const source = new RowSource(
    page(0, 12),
    () => Promise.resolve(fail('vault-locked')),
    () => undefined,
  );
  await source.show(0, 5);
  await source.refresh();
  expect(source.row(0)?.id).toBe('id-0');
  expect(source.failure).toEqual({ code: 'vault-locked' });
});

test('shows a counted code that was asked for, also after a refresh', async () => {
  const counted: AccountRow = { ...row(0), code: { kind: 'counted', current: null, counter: 4 } };
  const answer = { ...page(0, 0, 1), rows: [counted] };
  const source = new RowSource(
    answer,
    () => Promise.resolve(ok(answer)),
    () => undefined,
  );
  source.count('id-0', { code: '482913', counter: 5 });
  await source.show(0, 1);
  await source.refresh();
  expect(source.row(0)?.code).toEqual({ kind: 'counted', current: '482913', counter: 5 });
});

test('while rows are on their way only the last window that was scrolled to is asked for', async () => {
  const asked: AskedRows[] = [];
  let answer = (): void => undefined;
  const read = (one: AskedRows) => {
    asked.push(one);
    return new Promise<Result<AccountsPage>>((resolve) => {
      answer = () => resolve(ok(page(one.offset, one.limit, 1000)));
    });
  };
  const source = new RowSource(page(0, 12, 1000), read, () => undefined);
  const all = source.show(20, 30);
  for (let first = 30; first < 400; first += 10) void source.show(first, first + 10);
  answer();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked.map(({ offset }) => offset)).toEqual([8, 378]);
  answer();
  await all;
  expect(source.row(395)?.id).toBe('id-395');
  expect(asked).toHaveLength(2);
});

test('a code that was copied is marked until it ends, and a row that is followed stays at hand', async () => {
  const read = ({ offset, limit }: AskedRows) => Promise.resolve(ok({ ...page(offset, limit), at: 40 }));
  const source = new RowSource(page(0, 12), read, () => undefined);
  source.spend('id-3', 5000);
  expect(source.row(3)?.extra).toEqual({ usedUntilMs: 5000 });
  await source.show(0, 5);
  expect(await source.refresh('id-3')).toBe(40);
  expect(source.row(40)?.id).toBe('id-3');
  expect(source.row(9)).toBeUndefined();
});
