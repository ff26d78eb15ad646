/** What the address of the generic page chooses. Unknown values are the first of each list. */

export type Delivery = 'img' | 'canvas' | 'svg' | 'transparent' | 'url' | 'cross-origin';
export type After = 'post' | 'pushstate' | 'redirect-other-origin';

export interface GenericOptions {
  /** How the QR reaches the page. */
  readonly delivery: Delivery;
  /** How the page is told that the code was right. */
  readonly after: After;
  /** One input for each digit. */
  readonly boxes: boolean;
  /** The page submits by itself when the code is complete. */
  readonly autosubmit: boolean;
  /** The page asks for a name of the device. */
  readonly asksDeviceName: boolean;
  /** The page's policy lets no script of its own connect anywhere. */
  readonly connectsNowhere: boolean;
}

const deliveries: readonly Delivery[] = ['img', 'canvas', 'svg', 'transparent', 'url', 'cross-origin'];
const afters: readonly After[] = ['post', 'pushstate', 'redirect-other-origin'];

export function genericOptions(query: URLSearchParams): GenericOptions {
  return {
    delivery: deliveries.find((delivery) => delivery === query.get('delivery')) ?? 'img',
    after: afters.find((after) => after === query.get('after')) ?? 'post',
    boxes: query.get('boxes') === '1',
    autosubmit: query.get('autosubmit') === '1',
    asksDeviceName: query.get('device') !== '0',
    connectsNowhere: query.get('connect') === '0',
  };
}
