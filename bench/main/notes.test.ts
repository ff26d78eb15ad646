import { describe, expect, it } from 'vitest';

import { filledMs, isDone, messageMs, savedMs, timeline } from './notes.ts';

describe('notes of the background', () => {
  const notes = [
    { name: 'message enrol.scan', from: 10, to: 10, sum: null },
    { name: 'local.get', from: 11, to: 12, sum: 'vault' },
    { name: 'local.set', from: 13, to: 15, sum: ['vault', 'vaultPrev'] },
    { name: 'local.get', from: 16, to: 18, sum: 'vault' },
    { name: 'scripting.executeScript', from: 20, to: 25, sum: 'filled' },
  ];

  it('call a vault saved when storage was asked again, and a code filled when the page has answered', () => {
    expect([messageMs(notes, 'enrol.scan'), savedMs(notes), filledMs(notes)]).toEqual([10, 18, 25]);
    expect(timeline(notes, 10).at(-1)).toBe('10.0–15.0 scripting.executeScript filled');
  });

  it('are not made up when something was not seen', () => {
    expect(isDone(notes.slice(0, 4), 'filled')).toBe(false);
    expect(() => savedMs(notes.slice(0, 3))).toThrow('the trace has not seen the reading after the write');
  });
});
