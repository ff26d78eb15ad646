/** The accessibility tree of a page as text, in the order in which a screen reader walks it: `role: name, state`. */
import type { Page } from 'puppeteer-core';

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly childIds?: readonly string[];
}

const silent = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'LineBreak',
  'RootWebArea',
  'paragraph',
  'Section',
]);
/** Their name is said; what is inside is not walked. */
const whole = new Set(['button', 'link', 'heading', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox']);

/** Chromium only. */
export async function spokenLines(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly AxNode[];
  };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: AxNode | undefined): void => {
    if (!node) return;
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').trim();
    const more = (node.description?.value ?? '').trim();
    if (!node.ignored && !silent.has(role) && (name !== '' || role === 'status'))
      lines.push([role === 'StaticText' ? name : `${role}: ${name}`, more].filter(Boolean).join(', '));
    if (node.ignored || !whole.has(role)) for (const id of node.childIds ?? []) walk(byId.get(id));
  };
  walk(nodes[0]);
  return lines;
}
