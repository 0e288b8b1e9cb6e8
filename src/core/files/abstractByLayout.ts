import { joinLines } from './mending';
import type { Line, Page } from './pageModel';

const heading = /^(?:a\s?bstract|summary)\s*[.:—–-]?\s*(.*)$/i;
const after = /^(?:key\s?words?|index terms|contents|ccs concepts|acm reference|\d+\.?\s+introduction|introduction|i\.\s+introduction|\d+\s+\p{Lu}\p{Ll}+|jel\b|msc\b)/iu;

/** No abstract is longer, in UTF-16 code units. */
const LONGEST = 4000;

/** The abstract of a paper: what follows its heading on the first page, in letters of one size; '' where there is none. */
export function abstractByLayout({ lines }: Page): string {
  const upright = lines.filter(({ turned }) => !turned);
  const at = upright.findIndex(({ text }) => heading.test(text) && (text.length < 12 || /^abstract\s*[.:—–-]/i.test(text)));
  const head = upright[at];
  if (head === undefined) return '';
  const [, begun = ''] = heading.exec(head.text) ?? [];
  const taken: string[] = begun === '' ? [] : [begun];
  let last: Line | undefined = begun === '' ? undefined : head;
  for (const line of upright.slice(at + 1)) {
    if (after.test(line.text) || (last !== undefined && !continues(last, line))) break;
    taken.push(line.text);
    if (line.right - line.left > 40) last = line;
  }
  const text = joinLines(taken);
  const isWhole = /[.!?)”"’}]$/.test(text); // one that goes on overleaf is not
  return text.length < 80 || text.length > LONGEST || !isWhole ? '' : text;
}

/** Superscripts and other short runs do not end a paragraph. */
function continues(last: Line, next: Line): boolean {
  const isShort = next.right - next.left < 40;
  return (isShort || Math.abs(last.size - next.size) < 0.6) && next.baseline - last.baseline < 2.6 * last.size && next.baseline > last.baseline - 0.8 * last.size;
}
