/** What the keyboard can be at. */
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** Where the focus is: the element, and for each part of the page around it which of the part's focusable elements it is. */
interface Place {
  element: Element;
  around: { part: Element; index: number }[];
}

/**
 * Keeps the keyboard's place. What has the focus may leave the page by what it did, as a tag's remove
 * button does, or be disabled, as Undo after the last undo, and the focus would fall to the page as a
 * whole; it goes to what stands there now, or to the content as a whole where all of it has changed.
 * A dialog gives the focus back by itself.
 */
export function followFocus(): void {
  let place: Place | null = null;
  document.addEventListener('focusin', ({ target }) => { place = target instanceof Element ? placeOf(target) : null; });
  new MutationObserver(() => {
    if (place === null || !isLost(place.element)) return;
    const next = standIn(place);
    place = null;
    next?.focus();
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
}

function placeOf(element: Element): Place | null {
  if (element.closest('[role="dialog"], [role="menu"]') !== null) return null;
  const around: Place['around'] = [];
  for (let part = element.parentElement; part !== null && part !== document.body; part = part.parentElement) {
    around.push({ part, index: isLandmark(part) ? 0 : focusablesOf(part).indexOf(element as HTMLElement) });
    if (isLandmark(part)) break;
  }
  return { element, around };
}

/** What to focus instead: the innermost part that is still there knows. */
function standIn({ around }: Place): HTMLElement | undefined {
  for (const { part, index } of around) {
    if (!part.isConnected) continue;
    if (isLandmark(part)) return part as HTMLElement;
    const there = focusablesOf(part);
    if (there.length > 0) return there[Math.min(Math.max(index, 0), there.length - 1)];
  }
  return undefined;
}

function isLost(element: Element): boolean {
  if (!element.isConnected) return document.activeElement === document.body;
  return element.matches(':disabled') && [element, document.body].includes(document.activeElement ?? document.body);
}

const isLandmark = (part: Element): boolean => part.matches('main, nav');

const focusablesOf = (part: Element): HTMLElement[] => [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.checkVisibility());
