/** What the settings and whoever helps by telephone ask about Seconde itself: never an account's name, a site or a secret. */
import type { Policy } from '@/lib/settings/policy';

export interface SupportProtocol {
  'policy.read': { request: null; response: Policy };
}
