import { DomainError } from '../../core/errors';
import type { PdfMark } from '../../core/marks/pdfMark';
import { openPdf, type PdfDocument } from './document';
import { objectOf, saysSame, type Before, type Writing } from './markObjects';
import { readMark, silent, type ReadMark } from './markReading';
import { Malformed, nameOf, Ref, type Dict, type Value } from './objects';
import { pagesOf, type PdfPage } from './pages';
import { updateOf, type Update } from './update';

/** An annotation where it stands in its page's list; `mark` is null for one that is none of our kinds. */
interface Listed { value: Value; dict: Dict | null; mark: ReadMark | null }

interface Contents { document: PdfDocument; pages: PdfPage[]; lists: Listed[][] }

/** What is in a file: its marks, how many annotations it has that Lectern leaves alone, and the pages. */
export interface MarksInFile { marks: ReadMark[]; others: number; pages: number }

/** The marks of a PDF, named so that no two have the same name. Throws `unreadable`. */
export function marksIn(bytes: Uint8Array): MarksInFile {
  const { document, lists } = contentsOf(bytes);
  const listed = lists.flat();
  const others = listed.filter(({ mark, dict }) => mark === null && dict !== null && !silent.has(nameOf(document.look(dict.get('Subtype'))))).length;
  return { marks: listed.flatMap(({ mark }) => mark ?? []), others, pages: lists.length };
}

export interface WrittenFile {
  bytes: Uint8Array;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** The names of marks on pages that the file does not have. */
  unplaced: string[];
}

/**
 * Writes marks into a PDF, behind everything that it holds: new ones, and those that say something else now. A mark that was
 * written for the same library and is not among these any more is taken out of its page; all other annotations stay.
 * Throws `unreadable`.
 */
export function withMarks(bytes: Uint8Array, marks: readonly PdfMark[], writing: Writing): WrittenFile {
  const contents = contentsOf(bytes);
  const update = updateOf(contents.document);
  const written: WrittenFile = { bytes, added: 0, changed: 0, removed: 0, unchanged: 0, unplaced: [] };
  const wanted = new Map(marks.map((mark) => [mark.name, mark]));
  const known = new Map(contents.lists.flat().flatMap((listed) => (listed.mark === null ? [] : [[listed.mark.name, listed] as const])));
  const left = new Map(wanted);
  for (const [index, page] of contents.pages.entries()) {
    const { ref } = page;
    if (ref === null) continue;
    const list = contents.lists[index] ?? [];
    const put = (mark: PdfMark): Value => {
      left.delete(mark.name);
      return putMark(mark, known.get(mark.name), (before) => objectOf(mark, { ref, rotation: page.rotation }, writing, update, before), { written, update, writing });
    };
    const gone = new Set<Listed>(list.filter(({ mark }) => mark !== null && isGone(mark, wanted.get(mark.name), writing)));
    written.removed += [...gone].filter(({ mark }) => mark !== null && !wanted.has(mark.name)).length;
    const stay = list.filter((listed) => !gone.has(listed) && !isPopupOf(listed, gone)).map(({ value, mark }) => {
      const same = mark === null ? undefined : wanted.get(mark.name);
      return same === undefined ? value : put(same);
    });
    const values = [...stay, ...marks.filter((mark) => mark.page === index && left.has(mark.name)).map(put)];
    if (values.length !== list.length || values.some((value, at) => value !== list[at]?.value)) relist(contents.document, { ref, dict: page.dict }, values, update);
  }
  return { ...written, bytes: update.bytes(), unplaced: [...left.keys()] };
}

/** Whether a mark goes from the page where it is: it was deleted, or is on another page now. */
function isGone(found: ReadMark, wanted: PdfMark | undefined, { library }: Writing): boolean {
  return wanted === undefined ? found.written?.library === library : wanted.page !== found.page;
}

/** The window that programs keep for a mark goes with it. */
function isPopupOf({ value }: Listed, marks: ReadonlySet<Listed>): boolean {
  if (!(value instanceof Ref)) return false;
  return [...marks].some(({ dict }) => {
    const popup = dict?.get('Popup');
    return popup instanceof Ref && popup.number === value.number;
  });
}

/** Puts a mark into its object, or makes one; answers what stands for it in the list of its page. */
function putMark(mark: PdfMark, before: Listed | undefined, objectFor: (before?: Before) => Dict, { written, update, writing }: { written: WrittenFile; update: Update; writing: Writing }): Value {
  if (before === undefined || before.mark === null || before.dict === null) {
    written.added += 1;
    return update.add(objectFor());
  }
  if (before.mark.page === mark.page && saysSame(before.mark, mark, writing.library)) {
    written.unchanged += 1;
    return before.value;
  }
  written.changed += 1;
  const object = objectFor({ dict: before.dict, mark: before.mark });
  if (!(before.value instanceof Ref)) return update.add(object);
  update.replace(before.value, object);
  return before.value;
}

/** Gives a page its list of annotations: where it stands by itself it is replaced there, else in the page. */
function relist(document: PdfDocument, { ref, dict }: { ref: Ref; dict: Dict }, values: Value[], update: Update): void {
  const before = dict.get('Annots');
  if (before instanceof Ref && document.list(before) !== null) update.replace(before, values);
  else update.replace(ref, new Map([...dict, ['Annots', values]]));
}

function contentsOf(bytes: Uint8Array): Contents {
  const document = opened(bytes);
  const pages = pagesOf(document);
  const names = new Set<string>();
  const lists = pages.map(({ dict }, page) => (document.list(dict.get('Annots')) ?? []).slice(0, MOST).map((value): Listed => {
    const object = document.dict(value);
    const mark = object === null ? null : readMark(document, object, page);
    return { value, dict: object, mark: mark && { ...mark, name: oneOfAKind(mark.name, names) } };
  }));
  return { document, pages, lists };
}

/** No page has more annotations. */
const MOST = 50_000;

/** Names need only differ on one page, and do not everywhere. */
function oneOfAKind(name: string, names: Set<string>): string {
  let own = name;
  for (let count = 2; names.has(own); count += 1) own = `${name}#${count}`;
  names.add(own);
  return own;
}

function opened(bytes: Uint8Array): PdfDocument {
  let document: PdfDocument;
  try {
    document = openPdf(bytes);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new DomainError('unreadable', `This is not a PDF that Lectern can read. ${error.message}`, { cause: error });
  }
  if (document.isEncrypted) throw new DomainError('unreadable', 'This PDF is encrypted: its marks can neither be read nor written. Save it without a password, with the program that made it or with qpdf --decrypt, and use that file.');
  return document;
}
