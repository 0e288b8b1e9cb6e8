import { expect, type Locator, type Page } from '@playwright/test';

/** A person who has a keyboard alone: after every key the focus must be somewhere, and be seen there. */
export class KeyboardUser {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.seesFocus();
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.seesFocus();
  }

  /** Goes on with a key, usually Tab, until something has the focus. */
  async reach(target: Locator, key = 'Tab'): Promise<void> {
    for (let steps = 0; steps < 80; steps += 1) {
      if (await hasFocus(target)) return;
      await this.press(key);
    }
    throw new Error(`${key} does not lead to ${target.toString()}.`);
  }

  /** The focus is on something that is on view and looks it. Waits, for what a key opens may still be coming. */
  async seesFocus(): Promise<void> {
    await expect.poll(() => this.page.evaluate(focusProblem)).toBeNull();
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

/** Runs in the page. What is wrong with the focus, or null. */
function focusProblem(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'Nothing has the focus.';
  const name = `${focused.localName} “${(focused.getAttribute('aria-label') ?? focused.textContent).slice(0, 60)}”`;
  const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  const marked = (element: Element | null | undefined): boolean => {
    if (element === null || element === undefined) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // A text field shows its caret. What is drawn for a radio button stands beside it or around it.
  const isText = focused.matches('textarea, [contenteditable="true"], input:not([type="radio"], [type="checkbox"])');
  if (!isText && ![focused, active, focused.nextElementSibling, focused.parentElement].some(marked)) return `${name} does not show that it has the focus.`;
  const { width, height, bottom, right, top, left } = (active ?? (isRadio(focused) ? focused.parentElement : focused) ?? focused).getBoundingClientRect();
  const inSight = width > 0 && height > 0 && bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
  return inSight ? null : `${name} has the focus out of sight.`;

  function isRadio(element: Element): boolean {
    return element.matches('input[type="radio"], input[type="checkbox"]');
  }
}
