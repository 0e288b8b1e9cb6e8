import { joinLines } from './mending';
import type { Line, Page } from './pageModel';

/** The title as it is set, and the lines that it takes. */
export interface FoundTitle { title: string; lines: Line[] }

/** What stands over a title and is often larger: the name of the journal, and what a publisher says of the article. */
const banner = /^(?:(?:the )?(?:international |european |american |british )?(?:journal|annals|proceedings|transactions|bulletin|archives|reviews?|letters|communications)\b|ieee (?:transactions|journal|access)|acm (?:transactions|computing)|lecture notes|nature\b|science\b$|plos\b|cell\b$|elsevier|springer|wiley|sciencedirect|contents lists|available online|under review|published as|preprint|technical report$|r news|vignette$|jss$|article$|research article|original (?:article|paper|research)|open access|letter$|review article)/i;
const noTitle = /^(?:abstract|summary|contents|table of contents|introduction|keywords?\b.*|acknowledge?ments?|\d+(?:\.\d+)*\.? (?:introduction|background)|arxiv:.*|doi:?\s.*|https?:.*|(?:january|february|march|april|may|june|july|august|september|october|november|december|vol(?:ume)?\.?)\s[\d\s,]+.*)$/i;

/** How far down the page a title may begin. */
const LOWEST = 0.62;

/**
 * The title of a paper by how its first page is set: the largest text above the middle that is no banner, no stamp in the
 * margin and no heading, with the lines of the same size right under it. Null where nothing stands out. `body` is the
 * size of running text, which a page of title alone does not tell.
 */
export function titleByLayout({ lines, width, height }: Page, body: number): FoundTitle | null {
  const upright = lines.filter(({ turned, right, left, baseline }) => !turned && right > 0 && left < width && baseline > 0 && baseline < height);
  const upper = upright.filter(({ baseline }) => baseline < LOWEST * height);
  const blocks = blocksOf(upper.filter(({ text }) => !isOutside(text)));
  const titles = blocks.map((block) => ({ block, title: titleOf(block) })).filter(({ title }) => isTitle(title));
  const larger = titles.filter(({ block: [first] }) => first !== undefined && first.size > 1.08 * body);
  const [found] = larger.toSorted((a, b) => sizeOf(b.block) - sizeOf(a.block));
  const chosen = found ?? titles.find(({ block: [first], title }) => first !== undefined && first.baseline < height / 3 && (isBold(first.font) || isCapitals(title)));
  return chosen === undefined ? null : { title: chosen.title, lines: chosen.block };
}

/** The size of most letters of a page. */
export function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Lines that are read on: of one size, one under the other, or side by side on one baseline. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1);
    if (last !== undefined && isSameText(last, line)) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function isSameText(last: Line, next: Line): boolean {
  const drop = next.baseline - last.baseline;
  const isNear = drop > -0.5 * last.size && drop < 1.75 * last.size;
  return isNear && Math.abs(last.size - next.size) <= 0.12 * last.size && isBold(last.font) === isBold(next.font) && next.left < last.right + 4 * last.size && last.left < next.right + 4 * last.size;
}

function isOutside(text: string): boolean {
  return banner.test(text) || noTitle.test(text) || /^(?:doi|https?|www\.)/i.test(text);
}

function titleOf(block: readonly Line[]): string {
  return joinLines(block.map(({ text, bare }) => (text.startsWith(bare) ? bare : text).replace(/[\s∗*†‡§¶⋆]+$/u, ''))).replace(/\s?[∗†‡§¶⋆]+$/u, '').replace(/(\p{L}{3})\*$/u, '$1').replace(/\s+([,:;?!])/g, '$1');
}

function isTitle(title: string): boolean {
  const letters = title.replace(/[^\p{L}]/gu, '').length;
  return letters >= 4 && title.length <= 320 && letters > 0.5 * title.length && !noTitle.test(title) && !/^[•·–—-]/.test(title) && !/[.!]$/.test(title.slice(-1).concat(title.split(' ').length > 14 ? '' : ' '));
}

function sizeOf([first]: readonly Line[]): number {
  return first?.size ?? 0;
}

export function isBold(font: string): boolean {
  return /bold|black|heavy|demi|CMBX|CMB\d|SFBX|BX\d/i.test(font);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
}
