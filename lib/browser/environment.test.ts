import { expect, test } from 'vitest';
import { browserName } from './environment';

const brands = (...names: string[]) => names.map((brand) => ({ brand, version: '140' }));

test.each([
  [
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    'Firefox 140, Linux',
  ],
  [
    { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0' },
    'Firefox 142, Windows',
  ],
  [
    { userAgent: '', userAgentData: { brands: brands('Not)A;Brand', 'Chromium'), platform: 'Linux' } },
    'Chromium 140, Linux',
  ],
  [
    {
      userAgent: '',
      userAgentData: { brands: brands('Chromium', 'Microsoft Edge', 'Not_A Brand'), platform: 'Windows' },
    },
    'Microsoft Edge 140, Windows',
  ],
  [{ userAgent: 'something else' }, ''],
])('%j', (navigator, expected) => {
  expect(browserName(navigator as Navigator)).toBe(expected);
});
