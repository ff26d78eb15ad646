/**
 * What can be done in a page, under the grant of a gesture (`activeTab`). Scripts are injected when they are called and
 * answer by their return value; where the browser does not let them in, the answer is `page-protected`.
 */
import { browser } from 'wxt/browser';
import { type Result, fail, ok } from '@/lib/errors';
import type {
  ArmRequest,
  CaptureRequest,
  CaptureScript,
  ClockRequest,
  FillRequest,
  FillScript,
  OutcomeRequest,
  PointRequest,
  PointScript,
  ShowRequest,
  SurveyRequest,
} from '@/lib/fields/page-contract';
import type { Pages } from '@/lib/walks/ports';
import { pixelsOfPicture } from './picture';

export const pages: Pages = {
  async tab(tabId) {
    try {
      const { url, incognito, active } = await browser.tabs.get(tabId);
      return { id: tabId, url: url || null, privateWindow: incognito, active };
    } catch {
      return null;
    }
  },

  async capture(tabId, request) {
    const answers = await call(tabId, [0], '/capture.js', callCapture, request, 'anew');
    return answers.ok ? first(answers.value) : answers;
  },

  async pointLink(tabId, request) {
    const answers = await call(tabId, [0], '/point.js', callPointLink, request, 'anew');
    return answers.ok ? first(answers.value) : answers;
  },

  async screenshot(tabId) {
    try {
      const { windowId, active } = await browser.tabs.get(tabId);
      if (!active) return fail('page-changed');
      return await pixelsOfPicture(await pictureOfTab(windowId));
    } catch {
      return fail('page-protected');
    }
  },

  async show(tabId, index) {
    const answers = await call(tabId, [0], '/capture.js', callShow, { index }, 'where-absent');
    return answers.ok ? ok(answers.value[0]?.answer ?? null) : answers;
  },

  async putBack(tabId) {
    await call(tabId, [0], '/capture.js', callPutBack, null, 'where-absent');
  },

  async survey(tabId, frameId, request) {
    const frameIds = frameId === null ? null : [frameId];
    const ask = (ids: readonly number[] | null) => call(tabId, ids, '/fill.js', callSurvey, request, 'anew');
    let answers = await ask(frameIds);
    // A frame that comes or goes just then fails the call for all of them: once more, then the page without its frames.
    if (!answers.ok && frameIds === null) answers = await ask(null);
    if (!answers.ok && frameIds === null) answers = await ask([0]);
    if (!answers.ok) return answers;
    return ok(answers.value.map(({ frameId: from, answer }) => ({ frameId: from, survey: answer })));
  },

  async fill(tabId, frameId, request) {
    const answers = await call(tabId, [frameId], '/fill.js', callFill, request, 'where-absent');
    return answers.ok ? first(answers.value) : answers;
  },

  async point(tabId, frameId, key) {
    const answers = await call(tabId, [frameId], '/fill.js', callPoint, { key }, 'where-absent');
    return answers.ok ? first(answers.value) : answers;
  },

  async outcome(tabId, frameId, request) {
    const answers = await call(tabId, [frameId], '/fill.js', callOutcome, request, 'where-absent');
    return answers.ok ? first(answers.value) : answers;
  },

  async clock(tabId, frameId, request) {
    const answers = await call(tabId, [frameId], '/fill.js', callClock, request, 'where-absent');
    return answers.ok ? ok(answers.value[0]?.answer ?? null) : answers;
  },

  async recoveryCodes(tabId) {
    const answers = await call(tabId, [0], '/capture.js', callRecoveryCodes, null, 'anew');
    return answers.ok ? first(answers.value) : answers;
  },

  async askedRecovery(tabId) {
    const answers = await call(tabId, [0], '/fill.js', callAskedRecovery, null, 'where-absent');
    return answers.ok ? ok(answers.value[0]?.answer ?? null) : answers;
  },

  async arm(tabId, request) {
    const answers = await call(tabId, [0], '/fill.js', callArm, request, 'where-absent');
    return answers.ok ? first(answers.value) : answers;
  },
};

// These are serialised and run in the page's isolated world: they may name nothing of this file. The request comes as
// text: Chromium leaves out every member that is null from an object given as an argument. 'absent': the script is not there,
// or went with the document it was in.
const callCapture = (request: string) =>
  (globalThis.secondeCapture as CaptureScript).collect(JSON.parse(request) as CaptureRequest);
const callShow = (request: string) =>
  globalThis.secondeCapture ? globalThis.secondeCapture.show(JSON.parse(request) as ShowRequest) : 'absent';
const callPutBack = () => (globalThis.secondeCapture ? globalThis.secondeCapture.putBack() : 'absent');
const callPointLink = (request: string) =>
  (globalThis.secondePoint as PointScript).point(JSON.parse(request) as PointRequest);
const callSurvey = (request: string) =>
  (globalThis.secondeFill as FillScript).survey(JSON.parse(request) as SurveyRequest);
const callFill = (request: string) =>
  globalThis.secondeFill ? globalThis.secondeFill.fill(JSON.parse(request) as FillRequest) : 'absent';
const callPoint = (request: string) =>
  globalThis.secondeFill
    ? globalThis.secondeFill.point((JSON.parse(request) as { key: string }).key)
    : 'absent';
const callOutcome = (request: string) =>
  globalThis.secondeFill ? globalThis.secondeFill.outcome(JSON.parse(request) as OutcomeRequest) : 'absent';
const callClock = (request: string) =>
  globalThis.secondeFill ? globalThis.secondeFill.clock(JSON.parse(request) as ClockRequest) : 'absent';
const callRecoveryCodes = () => (globalThis.secondeCapture as CaptureScript).recoveryCodes();
const callAskedRecovery = () => (globalThis.secondeFill ? globalThis.secondeFill.askedRecovery() : 'absent');
const callArm = (request: string) =>
  globalThis.secondeFill ? globalThis.secondeFill.arm(JSON.parse(request) as ArmRequest | null) : 'absent';

interface FrameAnswer<A> {
  readonly frameId: number;
  readonly answer: A;
}

async function call<A>(
  tabId: number,
  frameIds: readonly number[] | null,
  file: '/capture.js' | '/fill.js' | '/point.js',
  func: (request: string) => A | Promise<A> | 'absent',
  request:
    | ArmRequest
    | null
    | CaptureRequest
    | SurveyRequest
    | FillRequest
    | OutcomeRequest
    | ClockRequest
    | PointRequest
    | ShowRequest
    | { readonly key: string },
  injected: 'anew' | 'where-absent',
): Promise<Result<readonly FrameAnswer<A>[]>> {
  const target = frameIds === null ? { tabId, allFrames: true } : { tabId, frameIds: [...frameIds] };
  try {
    const inject = () => browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
    const ask = () =>
      browser.scripting.executeScript({
        target,
        func,
        args: [JSON.stringify(request)],
        injectImmediately: true,
      });
    if (injected === 'anew') await inject();
    let results = await ask();
    if (results.some(({ result }) => result === 'absent')) {
      await inject();
      results = await ask();
    }
    const answers: FrameAnswer<A>[] = [];
    for (const { frameId, result } of results)
      if (result !== undefined && result !== null) answers.push({ frameId, answer: result as A });
    return ok(answers);
  } catch {
    return fail('page-protected');
  }
}

/** Chromium gives two pictures a second and refuses a third; a moment later it gives that too. */
async function pictureOfTab(windowId: number): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    } catch (error) {
      if (attempt === 4 || !/PER_SECOND/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }
}

function first<A>(answers: readonly FrameAnswer<A>[]): Result<A> {
  const [only] = answers;
  return only === undefined ? fail('page-protected') : ok(only.answer);
}
