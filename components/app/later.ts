/** Views that most openings of the popup never show. */
import { lazy } from '../ui/lazy';

export const card = lazy(async () => (await import('../cards/card-view')).CardView);
export const protectForm = lazy(async () => (await import('../forms/protect-form')).ProtectForm);
export const unlockForm = lazy(async () => (await import('../forms/unlock-form')).UnlockForm);
