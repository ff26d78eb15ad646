/** Parts of the settings that few people ever open. */
import { lazy } from '../ui/lazy';

export const support = lazy(async () => (await import('./support-section')).SupportSection);
export const pskc = lazy(async () => (await import('../token/pskc-section')).PskcSection);
