/** What the person pointed at, among the candidates. */
import type { CaptureRequest } from '@/lib/fields/page-contract';
import type { Candidate } from './candidates';

export interface Aim extends CaptureRequest {
  /** Gecko's `menus.getTargetElement`. */
  targetElement(id: number): Element | null;
}

/** A menu gives the address without the space that Keycloak puts after the comma of a data address, or with it as %20. */
const bareAddress = (address: string): string => address.replace(/%20|\s/g, '');

const addressOf = ({ element, address }: Candidate): string => {
  const image = element as HTMLImageElement;
  return bareAddress(address ?? (image.currentSrc || image.src || ''));
};

const touches = (a: Element, b: Element): boolean => a === b || a.contains(b) || b.contains(a);

/** The innermost of several that hold one another. */
const innermost = (candidates: Candidate[]): Candidate[] =>
  candidates.filter(
    ({ element }) =>
      !candidates.some((other) => other.element !== element && element.contains(other.element)),
  );

/** The candidates pointed at: by the menu's address, by Gecko's target, else by the pointer. */
export function aimedAt(
  candidates: readonly Candidate[],
  { srcUrl, targetElementId, targetElement }: Aim,
): Candidate[] {
  const target = targetElementId === null ? null : targetElement(targetElementId);
  const byTarget = target
    ? candidates.filter(({ element }) => element === target || element.contains(target))
    : [];
  if (byTarget.length > 0) return innermost(byTarget);
  if (srcUrl) {
    const wanted = bareAddress(srcUrl);
    const byAddress = candidates.filter((candidate) => addressOf(candidate) === wanted);
    if (byAddress.length > 0) return byAddress;
  }
  const hovered = candidates.filter(({ element }) => element.matches(':hover'));
  if (hovered.length > 0) return innermost(hovered);
  // A frame or a glass pane around one picture.
  const around = target ? candidates.filter(({ element }) => touches(element, target)) : [];
  return around.length === 1 ? around : [];
}
