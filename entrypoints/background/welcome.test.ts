import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const create = vi.fn(async () => ({}));

/** The background's own listener of installations, as after its start. */
async function installed() {
  vi.resetModules();
  const heard: ((details: { reason: string }) => void)[] = [];
  const event = { addListener: () => undefined };
  Object.assign(browser.runtime, {
    onInstalled: { addListener: (listener: (typeof heard)[number]) => heard.push(listener) },
  });
  Object.assign(browser, {
    contextMenus: { onClicked: event, removeAll: async () => undefined, create: () => undefined },
    commands: { onCommand: event },
    permissions: { onAdded: event, onRemoved: event, contains: async () => false },
    scripting: { getRegisteredContentScripts: async () => [] },
  });
  Object.assign(browser.idle, { onStateChanged: event, setDetectionInterval: () => undefined });
  Object.assign(browser.i18n, { getUILanguage: () => 'fr' });
  Object.assign(browser.storage.local, { setAccessLevel: async () => undefined });
  Object.assign(browser.tabs, { create });
  const { default: background } = await import('./index');
  await background.main();
  return (reason: string) => heard.forEach((listener) => listener({ reason }));
}

beforeEach(() => {
  fakeBrowser.reset();
  create.mockClear();
});

it('the first installation opens the welcome page, once', async () => {
  const install = await installed();
  install('install');
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/\/welcome\.html$/) });
});

it.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
  'nothing is opened by %s',
  async (reason) => {
    const install = await installed();
    install(reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(create).not.toHaveBeenCalled();
  },
);
