/** The camera, and one picture of another window or screen: asked in the person's click, by the browser's own question. */

export type CameraStart =
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none' };

/** The one that looks away from the person, where there are two. */
const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } };

export async function openCamera(): Promise<CameraStart> {
  try {
    return { kind: 'live', stream: await navigator.mediaDevices.getUserMedia({ video, audio: false }) };
  } catch (error) {
    const { name } = error as DOMException;
    return { kind: name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'none' };
  }
}

/** Chromium only. */
interface FocusController {
  setFocusBehavior(behaviour: 'no-focus-change'): void;
}
declare const CaptureController: undefined | (new () => FocusController);

/** What was chosen may have to be drawn first: a tab behind others, a window that is covered. */
const longestWaitMs = 5000;
/** A capture of what stands still may send nothing until it is asked again. */
const askAgainMs = 500;

/** Ends the capture as soon as one frame has something in it. `null`: the person chose nothing, or the browser has none to give. */
export async function captureScreen(): Promise<Blob | null> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false, ...stayInFront() });
  } catch {
    return null;
  }
  try {
    return await firstFrame(stream);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

/** Chromium would bring the shared tab or window to the front, over this page. */
function stayInFront(): object {
  if (typeof CaptureController === 'undefined') return {};
  const controller = new CaptureController();
  controller.setFocusBehavior('no-focus-change');
  return { controller };
}

/** A capture begins with frames that nothing is drawn in. One that stays so is given as it is: the page may be empty. */
async function firstFrame(stream: MediaStream): Promise<Blob | null> {
  const deadline = performance.now() + longestWaitMs;
  let frame: OffscreenCanvas | null = null;
  while ((frame === null || isPlain(frame)) && performance.now() < deadline)
    frame = (await nextFrame(stream)) ?? frame;
  return frame === null ? null : frame.convertToBlob({ type: 'image/png' });
}

/** A new element asks the capture for a frame, also when nothing moves there and none is due. `null`: none came in time. */
async function nextFrame(stream: MediaStream): Promise<OffscreenCanvas | null> {
  const element = document.createElement('video');
  element.muted = true;
  element.srcObject = stream;
  const playing = element.play().catch(() => undefined);
  await new Promise<void>((resolve) => {
    element.requestVideoFrameCallback(() => resolve());
    setTimeout(resolve, askAgainMs);
  });
  const { videoWidth, videoHeight } = element;
  const frame = videoWidth > 0 && videoHeight > 0 ? new OffscreenCanvas(videoWidth, videoHeight) : null;
  frame?.getContext('2d')?.drawImage(element, 0, 0);
  element.srcObject = null;
  await playing;
  return frame;
}

/** Of one colour, but for what a film's compression makes of it. */
function isPlain(frame: OffscreenCanvas): boolean {
  const side = 64;
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (context === null) return true;
  context.drawImage(frame, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, index) => Math.abs(value - (data[index % 4] ?? 0)) < 8);
}
