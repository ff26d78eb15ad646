import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const api = {
  open: 0,
  createDocument: vi.fn(async () => {
    if (api.open > 0) throw new Error('Only a single offscreen document may be created.');
    api.open += 1;
  }),
  closeDocument: vi.fn(async () => {
    if (api.open === 0) throw new Error('No current offscreen document.');
    api.open -= 1;
  }),
};
vi.mock('wxt/browser', () => ({ browser: { offscreen: api } }));

describe('the document that is not seen', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.useFakeTimers();
    vi.clearAllMocks();
    api.open = 0;
  });
  afterEach(() => vi.useRealTimers());
  const load = async () => (await import('@/lib/browser/offscreen')).withOffscreen;
  const openDuring = async () => api.open;

  it('is there during each use, opened once for those that overlap or follow one another', async () => {
    const withOffscreen = await load();
    expect(await Promise.all([withOffscreen(openDuring), withOffscreen(openDuring)])).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await withOffscreen(openDuring)).toBe(1);
    expect(api.createDocument).toHaveBeenCalledOnce();
  });

  it('is closed once nobody used it for a while, and opened again for the next', async () => {
    const withOffscreen = await load();
    for (const _ of [1, 2]) {
      expect(await withOffscreen(openDuring)).toBe(1);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(api.open).toBe(0);
    }
  });

  it('is not closed under a long use', async () => {
    const withOffscreen = await load();
    const long = withOffscreen(() => new Promise<void>((resolve) => setTimeout(resolve, 60_000)));
    await withOffscreen(openDuring);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(api.open).toBe(1);
    await vi.advanceTimersByTimeAsync(40_000);
    await long;
    expect(api.open).toBe(0);
  });

  it('is closed after a use that fails', async () => {
    const withOffscreen = await load();
    await expect(withOffscreen(() => Promise.reject(new TypeError('no')))).rejects.toThrow('no');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(api.open).toBe(0);
  });

  it('is used as it is when a stopped worker left it behind', async () => {
    api.open = 1;
    const withOffscreen = await load();
    expect(await withOffscreen(openDuring)).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(api.open).toBe(0);
  });
});
