/** The field of a gesture on a site: the one the person chose there before, else the one the page itself makes sure. */
import { type Result, ok } from '@/lib/errors';
import { memoryOf } from '@/lib/sites/memory';
import type { VaultContent } from '@/lib/vault/account';
import { type FieldQuestion, type Looked, lookForField } from './frames';
import type { WalkPorts } from './ports';

export interface LookedOnSite extends Looked {
  /** Origin of the page itself; `null` where the browser does not say. */
  readonly topOrigin: string | null;
}

export async function lookOnSite(
  ports: WalkPorts,
  tabId: number,
  content: VaultContent,
  question: Omit<FieldQuestion, 'candidateKey'>,
): Promise<Result<LookedOnSite>> {
  const tab = await ports.pages.tab(tabId);
  const topOrigin = tab?.url && URL.canParse(tab.url) ? new URL(tab.url).origin : null;
  const chosen = question.focusedOnly || topOrigin === null ? undefined : memoryOf(content, topOrigin).field;
  if (chosen !== undefined) {
    const remembered = await lookForField(ports, tabId, { ...question, candidateKey: chosen });
    // A site that was redesigned since is looked at as any other.
    if (!remembered.ok || remembered.value.found.ok || remembered.value.found.failure.code !== 'field-none')
      return remembered.ok ? ok({ ...remembered.value, topOrigin }) : remembered;
  }
  const looked = await lookForField(ports, tabId, question);
  return looked.ok ? ok({ ...looked.value, topOrigin }) : looked;
}
