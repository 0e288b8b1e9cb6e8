import { namesTheSite, sortDigestLines, type DigestLine } from './digestLines';
import type { Passage } from './digestParts';
import { squash } from './readText';

/** A page of text, divided into what titles and abstracts are made of and what is said about them. */
export interface DigestPage {
  passages: Passage[];
  /** The lines that say something about a paper, each with the number of passages that stand before it. */
  remarks: { line: DigestLine; passagesBefore: number }[];
  /** Whether the page has wording of the site itself, which prose has not. */
  namesSite: boolean;
}

const longLine = 200;
const narrowestWrap = 50;

export function readDigestPage(text: string): DigestPage {
  const page: DigestPage = { passages: [], remarks: [], namesSite: false };
  let run: DigestLine[] = [];
  let opensCard = false;
  const endRun = (): void => {
    for (const passage of splitRun(run)) {
      page.passages.push({ ...passage, opensCard });
      opensCard = false;
    }
    run = [];
  };
  for (const line of sortDigestLines(text)) {
    if (line.kind === 'text') {
      run.push(line);
      continue;
    }
    endRun();
    if (line.kind === 'blank') continue;
    page.namesSite ||= namesTheSite(line);
    if (line.kind === 'card') opensCard = true;
    if (line.kind !== 'furniture') page.remarks.push({ line, passagesBefore: page.passages.length });
  }
  endRun();
  return page;
}

/**
 * Lines without an empty line between them are one passage only where they were wrapped: the next line's first
 * word would not have fitted, or the line is indented as arXiv indents the second line of a title.
 */
function splitRun(run: readonly DigestLine[]): Pick<Passage, 'text' | 'line'>[] {
  // A single word, such as an address, may stand out over the margin.
  const lengths = run.filter(({ text }) => text.trim().includes(' ')).map(({ text }) => text.trimEnd().length).filter((length) => length <= longLine);
  const width = lengths.reduce((widest, length) => Math.max(widest, length), 0);
  const passages: { lines: string[]; line: number }[] = [];
  let previous: string | null = null;
  for (const { text, line } of run) {
    const current = passages.at(-1);
    if (current !== undefined && previous !== null && isWrapped(previous, text, width)) current.lines.push(text);
    else passages.push({ lines: [text], line });
    previous = text;
  }
  return passages.map(({ lines, line }) => ({ text: squash(lines.join(' ')), line }));
}

function isWrapped(previous: string, next: string, width: number): boolean {
  if (previous.length > longLine || next.length > longLine) return false;
  if (/^ {2}\S/.test(next) && !/^\s/.test(previous)) return true;
  const firstWord = next.trim().split(' ', 1)[0] ?? '';
  return width >= narrowestWrap && previous.trimEnd().length + 1 + firstWord.length > width;
}
