import { browser } from 'wxt/browser';

/** The browser's own default, kept where nobody asked for a lock by idleness. */
const defaultSeconds = 60;
/** Browsers take nothing shorter. */
const shortestSeconds = 15;

/** After how long without mouse or keyboard the browser says `idle`. It forgets this at its end. */
export function setIdleMinutes(minutes: number | null): void {
  const seconds = minutes === null ? defaultSeconds : minutes * 60;
  browser.idle.setDetectionInterval(Math.max(shortestSeconds, seconds));
}
