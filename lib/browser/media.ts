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

/** A page that is no longer in front is shown no frame, yet the stream goes on. */
const longestWaitMs = 700;

/** Ends the capture as soon as one frame is drawn. `null`: the person chose nothing, or the browser has none to give. */
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

async function firstFrame(stream: MediaStream): Promise<Blob | null> {
  const element = document.createElement('video');
  element.muted = true;
  element.srcObject = stream;
  await element.play();
  // A capture begins with a frame that nothing is drawn in.
  await new Promise<void>((resolve) => {
    element.requestVideoFrameCallback(() => resolve());
    setTimeout(resolve, longestWaitMs);
  });
  const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(element, 0, 0);
  element.srcObject = null;
  return canvas.convertToBlob({ type: 'image/png' });
}
