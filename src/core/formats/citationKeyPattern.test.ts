import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDescription } from '../model';
import { defaultKeyPattern, isCitationKey, keyOf, keyPatternFrom } from './citationKey';
import { keyModifiers } from './citationKeyModifiers';
import { LONGEST_PATTERN, readKeyPattern } from './citationKeyPattern';
import { keyPieces, type KeyedWork } from './citationKeyPieces';

const newton = { family: 'Newton', given: 'Isaac' };
const leibniz = { family: 'Leibniz', given: 'Gottfried' };
const goethe = { family: 'Goethe', given: 'Johann', particle: 'von' };

const work: KeyedWork = {
  ...emptyDescription,
  type: 'article', title: 'An awesome paper on JabRef', authors: [newton, leibniz, goethe], issued: '2024-03-09', venue: 'Journal of Fluid Mechanics',
  doi: '10.1000/182', arxivId: '2402.05195', tags: ['Pruning', 'small models'],
  extra: { page: '123–45', volume: '7', issue: '2', editor: 'Müller, Anna; Ørsted, Hans', publisher: 'Éditions du Nord' },
};

const made = (pattern: string, fields: Partial<KeyedWork> = {}): string => keyOf({ ...work, ...fields }, keyPatternFrom(pattern));

describe('a key made by a pattern', () => {
  it.each([
    ['[auth:lower][year][veryshorttitle]', 'newton2024awesome'],
    ['[auth]', 'Newton'], ['[auth3]', 'New'], ['[authors]', 'NewtonLeibnizvonGoethe'], ['[authors2]', 'NewtonLeibnizEtAl'], ['[authors3]', 'NewtonLeibnizvonGoethe'],
    ['[authEtAl]', 'NewtonEtAl'], ['[auth.etal]', 'Newton.etal'], ['[auth.auth.ea]', 'Newton.Leibniz.ea'],
    ['[authIni]', 'NLv'], ['[authIni7]', 'NewLevo'], ['[authIni2]', 'NL'], ['[authForeIni]', 'I'], ['[authorLast]', 'vonGoethe'], ['[authorsAlpha]', 'NLv'],
    ['[edtr]', 'Muller'], ['[editors]', 'MullerOrsted'], ['[edtr.etal]', 'Muller.Orsted'], ['[editorLast]', 'Orsted'],
    ['[shortyear]-[month]-[day]', '24-03-09'],
    ['[shorttitle]', 'awesomepaperJabRef'], ['[shorttitle2]', 'awesomepaper'], ['[title]', 'AnAwesomePaperonJabRef'], ['[camel]', 'AnAwesomePaperOnJabRef'], ['[fulltitle]', 'AnawesomepaperonJabRef'],
    ['[journal:abbr]', 'JoFM'], ['[journal:skipwords:abbr:lower]', 'jfm'], ['[volume].[number]', '7.2'], ['[firstpage]+[lastpage]', '123+45'],
    ['[publisher]', 'EditionsduNord'], ['[keyword]', 'Pruning'], ['[keyword2:condense=-]', 'small-models'], ['[keyword3:(none)]', 'none'],
    ['[doi]', '10.1000/182'], ['[arxiv]', '2402.05195'], ['[type:capitalize]', 'Article'],
    ['[title:lower:condense=_]', 'an_awesome_paper_on_jabref'], ['[title:select=2,2]', 'AwesomePaper'], ['[title:select=4]', 'onJabRef'], ['[auth:truncate=4:upper]', 'NEWT'],
    ['key:[AUTH]/[Year]', 'key:Newton/2024'], ['[doi:nopunct]', '101000182'], ['[journal:(Ünknown):fold]', 'JournalofFluidMechanics'],
  ])('%s is %s', (pattern, key) => expect(made(pattern)).toBe(key));

  it.each<[string, Partial<KeyedWork>, string]>([
    ['[auth|edtr][year]', { authors: [] }, 'Muller2024'],
    ['[auth:(Ánon)][year]', { authors: [] }, 'Anon2024'],
    ['[auth][>0][year] | [veryshorttitle][year]', { authors: [] }, 'awesome2024'],
    ['[auth][>9][year]|short[year]', {}, 'short2024'],
    ['[authorsAlpha]', { authors: [newton] }, 'New'],
    ['[authorsAlpha]', { authors: Array.from({ length: 5 }, () => leibniz) }, 'LLL+'],
    ['[authEtAl]', { authors: [newton, leibniz] }, 'NewtonLeibniz'],
    ['[keyword2]', { tags: [], extra: { keyword: 'one, two' } }, 'two'],
    ['[year]', { issued: '-0043' }, '0043'],
    ['[month][auth]', { issued: '2024-21' }, 'Newton'],
    ['[auth]', { authors: [], extra: { __proto__: null, constructor: 'x' } as unknown as Record<string, string> }, 'untitled'],
  ])('%s of %j is %s', (pattern, fields, key) => expect(made(pattern, fields)).toBe(key));
});

describe('what is wrong with a pattern', () => {
  it.each([
    ['', 1, 'Nothing stands here'], ['[auth]|', 8, 'Nothing stands here'], ['|[auth]', 1, 'Nothing stands here'], ['[auth', 6, 'Expected ]'], ['a]', 2, 'no [ before'],
    ['[auth][yaer]', 8, 'no piece “yaer”'], ['[]', 2, 'Nothing stands here'], ['[auth|]', 7, 'Nothing stands here'], ['[auth:lowr]', 7, 'no modifier “lowr”'], ['[auth:]', 7, 'no modifier'],
    ['[year4]', 6, 'takes no number'], ['[auth0]', 6, 'from 1 to 99'], ['[auth:truncate]', 15, 'truncate=8'], ['[auth:truncate=x]', 15, 'truncate=8'], ['[auth:lower=1]', 12, 'takes no value'],
    ['[title:condense=,]', 16, 'condense=_'], ['a b', 2, '“ ” cannot stand in a key'], ['é', 1, 'cannot stand'], ['[auth[year]', 6, 'Expected ]'], ['[__proto__]', 2, 'no piece'], ['[constructor]', 2, 'no piece'],
    ['a'.repeat(LONGEST_PATTERN + 1), LONGEST_PATTERN + 1, 'at most'],
  ])('%s: column %i', (pattern, column, words) => {
    const read = readKeyPattern(pattern);
    expect(read).toMatchObject({ kind: 'problem', problem: { column } });
    expect(read.kind === 'problem' ? read.problem.reason : '').toContain(words);
  });
});

describe('any pattern', () => {
  const piece = fc.constantFrom(...keyPieces).map(({ name, size }) => name + (size === undefined ? '' : '2'));
  const modifier = fc.constantFrom(...keyModifiers).map(({ name, value }) => `:${name}${value === undefined ? '' : `=${value}`}`);
  const bracket = fc.tuple(piece, fc.array(modifier, { maxLength: 3 })).map(([name, behind]) => `[${name}${behind.join('')}]`);
  const right = fc.array(fc.oneof(bracket, fc.constantFrom('x', '-', '[>0]')), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  const text = fc.string({ unit: 'binary', maxLength: 40 });

  it('of pieces and modifiers that there are makes a citation key of any work', () => {
    fc.assert(fc.property(right, text, text, text, (pattern, title, venue, page) => {
      const key = keyOf({ ...work, title, venue, extra: { page, editor: title, volume: venue }, tags: [page] }, keyPatternFrom(pattern));
      expect(isCitationKey(key)).toBe(true);
    }));
  });

  it('of any characters is read or has a problem in one of its columns', () => {
    const odd = fc.array(fc.oneof(fc.constantFrom('[', ']', '|', ':', '(', ')', '=', '>', 'auth', 'year', 'lower', '1', ' '), text), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(odd, (pattern) => {
      const read = readKeyPattern(pattern);
      const isSound = read.kind === 'problem' ? read.problem.column >= 1 && read.problem.column <= pattern.length + 1 : isCitationKey(keyOf(work, read.pattern));
      expect(isSound).toBe(true);
    }));
  });

  it('is read and made in time that does not grow faster than the text', () => {
    const long = 'a '.repeat(200_000);
    const began = performance.now();
    keyOf({ ...work, title: long, venue: long, extra: { page: long, editor: long } }, keyPatternFrom('[title:lower:condense=_][journal:abbr][firstpage][editors]'));
    for (const text of ['['.repeat(LONGEST_PATTERN), '[auth'.repeat(100), '|'.repeat(LONGEST_PATTERN)]) readKeyPattern(text);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('has the default expressed in it', () => expect(readKeyPattern(defaultKeyPattern).kind).toBe('pattern'));
});
