/** What Firefox's own window gives to privileged scripts: the part the tests use. */

interface FirefoxMessageManager {
  addMessageListener(name: string, listener: (message: { data: never }) => void): void;
  removeMessageListener(name: string, listener: (message: { data: never }) => void): void;
  loadFrameScript(url: string, delayed: boolean): void;
}

interface FirefoxExtensionView {
  readonly viewType: string;
  readonly uri?: { readonly spec: string };
  readonly xulBrowser: { readonly messageManager: FirefoxMessageManager };
}

interface FirefoxExtension {
  readonly views: Iterable<FirefoxExtensionView>;
  terminateBackground(): Promise<void>;
  wakeupBackground(): Promise<void>;
}

interface FirefoxAction {
  triggerAction(browserWindow: Window): void;
}

interface FirefoxBrowserWindow extends Window {
  readonly SidebarController: { hide(): void };
}

declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: FirefoxExtension } | null;
};

declare const ChromeUtils: {
  importESModule(url: 'resource://gre/modules/ExtensionParent.sys.mjs'): {
    ExtensionParent: {
      apiManager: { global: { browserActionFor(extension: FirefoxExtension): FirefoxAction | undefined } };
    };
  };
};

declare const CustomizableUI: {
  addWidgetToArea(id: string, area: string): void;
};

declare const Services: {
  readonly wm: { getMostRecentWindow(type: string): FirefoxBrowserWindow };
  readonly locale: { availableLocales: string[]; requestedLocales: string[] };
};
