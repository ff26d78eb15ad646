/** Code fields that nobody here wrote, filled by the gestures of a person; the page's own state is read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widgetNames } from '../site/pages/widgets.ts';
import { browsers } from './seconde.ts';
import { type Gesture, startWidgetFills, type WidgetFills } from './widget-fills.ts';

/** One of each shape by the other gestures: a single input, boxes, drawn boxes with an invisible input. */
const shapes: [string, Gesture][] = ['input-otp', 'radix', 'react-input-verification-code'].flatMap(
  (widget): [string, Gesture][] => [
    [widget, 'menu'],
    [widget, 'popup'],
  ],
);

describe.each(browsers)('in %s', (browser) => {
  let fills: WidgetFills;
  const seen = new Set<string>();
  beforeAll(async () => {
    fills = await startWidgetFills(browser);
  });
  afterAll(() => fills?.close());

  it.each([...widgetNames.map((widget): [string, Gesture] => [widget, 'shortcut']), ...shapes])(
    '%s takes the code by the %s',
    async (widget, gesture) => {
      const { told, codes } = await fills.fill(widget, gesture);
      expect(codes).toContain(told);
      expect(seen).not.toContain(told);
      seen.add(told);
    },
  );
});
