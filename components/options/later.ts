/** Parts of the settings that few people ever open. */
import { lazy } from '../ui/lazy';

export const support = lazy(async () => (await import('./support-section')).SupportSection);
