/** Whether the page that welcomes opens. */
import type { Policy } from '@/lib/settings/policy';

/**
 * `reason`: of the browser's own event. Only the very first installation opens a tab: an update never does, ours or the
 * browser's, nor does what an organisation has turned off.
 */
export async function isWelcome(reason: string, policy: () => Promise<Policy>): Promise<boolean> {
  return reason === 'install' && !(await policy()).disable;
}
