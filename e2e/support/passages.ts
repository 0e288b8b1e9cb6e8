import type { Locator, Page } from '@playwright/test';

interface Point { x: number; y: number }

/** Drags the mouse across words that stand in one text node of an element. */
export async function dragAcross(page: Page, within: Locator, words: string): Promise<void> {
  await within.scrollIntoViewIfNeeded();
  await page.evaluate(() => document.fonts.ready.then(() => undefined)); // a font that comes late moves the words
  const [from, to] = await within.evaluate(edgesOf, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Where the words begin and end on the page. Runs in the page, so it is whole in itself. */
function edgesOf(element: Element, words: string): [Point, Point] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words);
    if (at === -1) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const lines = [...range.getClientRects()];
    const first = lines[0];
    const last = lines.at(-1);
    if (first === undefined || last === undefined) break;
    return [{ x: first.left + 0.5, y: first.top + first.height / 2 }, { x: last.right - 0.5, y: last.top + last.height / 2 }];
  }
  throw new Error('The words are not on view in one piece.');
}
