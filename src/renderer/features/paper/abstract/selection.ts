import { trimmed, type Passage } from '../../../ui/segments';

/**
 * The bridge between the browser's selection and a text's source. Every segment on view says where it
 * stands (`data-start`, `data-end`); one that does not show its source letter by letter, such as a
 * formula, is `data-whole` and can only be chosen as a whole.
 */
const SEGMENT = '[data-start]';

/** The passage of `text`, shown under `root`, that is selected in the window; null when none is. */
export function selectedPassage(root: Element, text: string): Passage | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const parts = [...root.querySelectorAll<HTMLElement>(SEGMENT)].flatMap((element) => (range.intersectsNode(element) ? partOf(element, range) ?? [] : []));
  const [first] = parts;
  const last = parts.at(-1);
  return first === undefined || last === undefined ? null : trimmed(text, { start: first.start, end: last.end });
}

/** What a range covers of a segment, in the source; null when it only touches it. */
function partOf(element: HTMLElement, range: Range): Passage | null {
  const whole = placeOf(element);
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const { length } = part.toString();
  if (length === 0) return null;
  if (element.dataset['whole'] !== undefined) return whole;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(part.startContainer, part.startOffset);
  const start = whole.start + before.toString().length;
  return { start, end: start + length };
}

/** Selects a passage in the window and brings it into view. */
export function selectPassage(root: Element, { start, end }: Passage): void {
  const elements = [...root.querySelectorAll<HTMLElement>(SEGMENT)].filter((element) => {
    const place = placeOf(element);
    return place.start < end && start < place.end;
  });
  const first = elements[0];
  const last = elements.at(-1);
  const selection = window.getSelection();
  if (first === undefined || last === undefined || selection === null) return;
  const range = document.createRange();
  const startText = letters(first);
  const endText = letters(last);
  if (startText === null) range.setStartBefore(first);
  else range.setStart(startText, Math.max(start - placeOf(first).start, 0));
  if (endText === null) range.setEndAfter(last);
  else range.setEnd(endText, Math.min(end - placeOf(last).start, endText.data.length));
  selection.removeAllRanges();
  selection.addRange(range);
  last.scrollIntoView({ block: 'nearest' });
}

/** The text node of a segment that shows its source letter by letter. */
function letters(element: HTMLElement): Text | null {
  return element.dataset['whole'] === undefined && element.firstChild instanceof Text ? element.firstChild : null;
}

function placeOf(element: HTMLElement): Passage {
  return { start: Number(element.dataset['start']), end: Number(element.dataset['end']) };
}
