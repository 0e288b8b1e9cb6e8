import { readableFormats } from './kinds';

const office = [['word/', 'a Word document'], ['xl/', 'an Excel workbook'], ['ppt/', 'a PowerPoint presentation'], ['opendocument.text', 'an OpenDocument text']] as const;

/** What a file is that holds no text to read, and what to do about it; null for text. */
export function whatElse(text: string): string | null {
  const kind = kindOf(text);
  return kind === null ? null : `This is ${kind.what}. ${kind.todo}`;
}

const otherwise = `Lectern reads ${readableFormats}; choose one of these.`;
const fromOffice = 'Export the references from the program that manages them, as BibTeX, RIS or CSL-JSON, and import that file.';

function kindOf(text: string): { what: string; todo: string } | null {
  if (text.startsWith('PK\u0003\u0004')) {
    const head = text.slice(0, 20_000);
    const document = office.find(([part]) => head.includes(part));
    if (document !== undefined) return { what: document[1], todo: fromOffice };
    return { what: 'a ZIP archive, whatever its name says', todo: 'Unpack it, and import what is in it.' };
  }
  if (text.startsWith('%PDF-')) return { what: 'a PDF', todo: 'Lectern reads bibliographies, not the papers themselves. Import a file with their references, or a list of their DOIs.' };
  if (text.startsWith('\u001F\u008B') || text.startsWith('\u001F\uFFFD')) return { what: 'compressed with gzip', todo: 'Unpack it, and import what is in it.' };
  if (text.startsWith('{\\rtf')) return { what: 'a rich text document (RTF)', todo: fromOffice };
  if (text.startsWith('SQLite format 3')) return { what: 'a database (SQLite)', todo: fromOffice };
  return isBinary(text) ? { what: 'not a text file', todo: otherwise } : null;
}

/** Text has no NUL, and few other control characters or undecodable bytes. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  const odd = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0;
  return head.includes('\u0000') || odd > head.length / 10;
}
