/** Files written to the downloads folder from the background, where the person has allowed it (optional permission). */
import { browser } from 'wxt/browser';
import { toBase64Url, utf8 } from '@/lib/crypto/bytes';

const permission = { permissions: ['downloads' as const] };
/** A folder on a share may be slow; the background is stopped after five minutes. */
const patienceMs = 60_000;

export function maySaveFiles(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Must be called in a person's click, before anything is awaited. */
export function askToSaveFiles(): Promise<boolean> {
  return browser.permissions.request(permission);
}

export async function stopSavingFiles(): Promise<void> {
  await browser.permissions.remove(permission);
}

/** Resolves once the file is complete; rejects when it is not in the end. */
export async function saveFile(name: string, text: string): Promise<void> {
  const url = addressOf(text);
  try {
    const id = await browser.downloads.download({
      url,
      filename: name,
      conflictAction: 'overwrite',
      saveAs: false,
    });
    await completed(id);
  } finally {
    if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  }
}

/** Firefox takes no data: address for a download; the worker of Chromium has no blob: addresses. */
function addressOf(text: string): string {
  if ('createObjectURL' in URL) return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const base64 = toBase64Url(utf8(text)).replaceAll('-', '+').replaceAll('_', '/');
  return `data:application/json;base64,${base64}`;
}

async function completed(id: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 200) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return;
    if (item === undefined || item.state === 'interrupted') break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the download did not complete');
}
