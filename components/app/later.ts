/** Views that most openings of the popup never show. */
import { lazy } from '../ui/lazy';

export const card = lazy(async () => (await import('../cards/tab-card')).TabCard);
export const protect = lazy(async () => (await import('../forms/protect-view')).ProtectView);
export const unlockForm = lazy(async () => (await import('../forms/unlock-view')).UnlockView);
export const recoveryOffer = lazy(
  async () => (await import('../recovery-codes/recovery-offer')).RecoveryOffer,
);
export const rowMenu = lazy(async () => (await import('../accounts/row-menu')).RowMenu);
export const rowEye = lazy(async () => (await import('../accounts/row-eye')).RowEye);
export const groups = lazy(async () => (await import('../accounts/groups')).Groups);
export const foundActions = lazy(async () => (await import('../palette/found-actions')).FoundActions);
export const palette = lazy(async () => (await import('../palette/palette')).Palette);
export const shortcuts = lazy(async () => (await import('../palette/shortcuts')).Shortcuts);
export const rowExtra = lazy(async () => (await import('../accounts/row-extra')).RowExtra);
export const accountView = lazy(async () => (await import('../account/account-view')).AccountView);
export const belowList = lazy(async () => (await import('../backup/below-list')).BelowList);
export const unusable = lazy(async () => (await import('./unusable-state')).UnusableState);
export const otherWays = lazy(async () => (await import('../cards/other-ways')).OtherWays);
export const practice = lazy(async () => (await import('../forms/practice-view')).PracticeView);
export const aboutSite = lazy(async () => (await import('../sites/about-site')).AboutSite);
