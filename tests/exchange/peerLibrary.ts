import type { Author, Paper, PaperType } from '../../src/core/model';
import { paper } from '../exportPapers';

const families = ['Osei', 'Novak', 'Mbeki', 'Sørensen', 'Nguyễn', 'García', 'Müller', 'Dvořák', 'Łukasz', 'Okonkwo', "O'Brien", 'Smith-Jones'];
const givens = ['Ben', 'Anna', 'Thandi', 'Søren', 'Văn An', 'José', 'Jürgen', 'Antonín', 'Zofia', 'Chinua', 'Maeve', 'J. P.'];
const words = ['Compact', 'Models', 'of', 'Learning', 'with', 'Sparse', 'Attention', 'over', 'Graphs', 'and', 'Élan', 'for', 'Small', 'Devices', 'R&D', 'at 9%', 'GPU'];
const kinds: PaperType[] = ['article', 'conference', 'book', 'chapter', 'thesis', 'report'];

/** A made-up library: what a researcher's usually has, with names, marks and dates from many languages. Always the same. */
export function peerLibrary(size = 300): Paper[] {
  return Array.from({ length: size }, (_, index) => work(index));
}

function work(n: number): Paper {
  const type = kinds[n % kinds.length] ?? 'article';
  const year = 1950 + (n % 75);
  return paper({
    type, citationKey: `key${n}`, title: titleOf(n), authors: authorsOf(n), doi: `10.1000/made.up.${n}`, url: `https://example.org/works/${n}?view=a_b`,
    issued: type === 'thesis' || type === 'book' ? String(year) : `${year}-${String((n % 12) + 1).padStart(2, '0')}`,
    venue: { article: 'Journal of Shelves', conference: 'Proceedings of the Conference on Shelves', book: 'Shelf Press', chapter: 'The Book of Shelves', thesis: 'University of Łódź', report: 'Institute of Shelves' }[type as 'article'],
    abstract: `Work number ${n} is about ${titleOf(n + 1).toLowerCase()}.`, tags: ['shelves', n % 2 === 0 ? 'even' : 'odd'], extra: extraOf(type, n),
  }, `p-${n}`);
}

function titleOf(n: number): string {
  const length = 4 + (n % 5);
  return Array.from({ length }, (_, at) => words[(n * 7 + at * 5) % words.length]).join(' ').replace(/^\P{L}*(\p{L})/u, (first) => first.toUpperCase());
}

function authorsOf(n: number): Author[] {
  return Array.from({ length: 1 + (n % 4) }, (_, at): Author => {
    const family = families[(n + at * 5) % families.length] ?? '';
    const given = givens[(n * 3 + at) % givens.length] ?? '';
    return (n + at) % 11 === 0 ? { family, given, droppingParticle: 'van der' } : { family, given };
  });
}

function extraOf(type: PaperType, n: number): Record<string, string> {
  const place = { 'publisher-place': 'Łódź' };
  switch (type) {
    case 'article': return { volume: String((n % 40) + 1), issue: String((n % 4) + 1), page: `${n + 1}-${n + 9}`, ISSN: '1234-5679' };
    case 'conference': return { page: `${n + 1}-${n + 9}`, publisher: 'Shelf Press', ...place, 'collection-title': 'Shelf Notes' };
    case 'chapter': return { page: `${n + 1}-${n + 9}`, editor: 'Lovelace, Ada; Somerville, Mary', publisher: 'Shelf Press', ...place };
    case 'book': return { ISBN: '978-3-16-148410-0', edition: String((n % 3) + 1), ...place };
    case 'thesis': return { genre: 'PhD thesis', ...place };
    case 'report': return { genre: 'Technical report', number: String(n), ...place };
    default: return {};
  }
}
