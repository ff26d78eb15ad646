/**
 * The context menu: *Add to Seconde* on anything that may show a QR code and on a link that holds an account, *Enter code* on
 * a field, *Add this key* on selected text.
 */
import { browser } from 'wxt/browser';
import { firefox } from './firefox';

export const menuIds = { enrol: 'enrol', fill: 'fill', key: 'key' } as const;

/**
 * Chromium offers no context for a canvas but `all`, so there a field's menu holds both items, in a submenu; Firefox
 * calls a canvas part of the page, and each place has one item.
 */
export async function createMenus(titles: Readonly<Record<keyof typeof menuIds, string>>): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuIds.enrol,
    title: titles.enrol,
    contexts: firefox.sidebarAction ? ['page', 'frame', 'image', 'link', 'video'] : ['all'],
  });
  browser.contextMenus.create({ id: menuIds.fill, title: titles.fill, contexts: ['editable'] });
  browser.contextMenus.create({ id: menuIds.key, title: titles.key, contexts: ['selection'] });
}
