import CSL from 'citeproc';
import { citeprocItem } from '../../src/core/formats/citeprocItem';
import { unguarded } from '../../src/core/formats/citeprocMarkup';
import { toCsl } from '../../src/core/formats/csl';
import { readCslItem } from '../../src/core/formats/cslJsonItem';
import type { CslItem } from '../../src/core/formats/csl-types';
import { takeNotesForText, type CslElement } from '../../src/core/formats/formatted';
import { readOwnStyle } from '../../src/core/styles/ownStyle';
import { paper } from '../exportPapers';
import type { Fixture } from './fixture';

type Id = string | number;
type Cite = { id: Id } & Record<string, unknown>;
type Data = Record<string, unknown> & { id: Id };
type Placed = [citation: { citationID: string } & Record<string, unknown>, before: [string, number][], after: [string, number][]];

/** What citeproc-js has beyond the part that Lectern uses. */
interface Processor {
  opt: { development_extensions: Record<string, unknown> };
  registry: { reflist: { id: Id }[]; citationreg: { citationById: Record<string, unknown> } };
  updateItems(ids: readonly Id[], unsorted?: boolean): void;
  makeCitationCluster(cites: readonly Cite[]): string;
  makeBibliography(section?: unknown): [Record<string, unknown> & { bibstart: string; bibend: string }, string[]] | false;
  processCitationCluster(...placed: Placed): [unknown, [number, string, string][]];
}
/** What a processor has been given so far. */
const entriesOf = ({ registry }: Processor): Processor['registry'] => registry;
const Engine = CSL.Engine as unknown as new (sys: unknown, style: unknown, lang?: string, force?: boolean) => Processor;

interface Options {
  /** The locale of a tag that the engine asks for. */
  locale: (tag: string) => CslElement | false;
  /** Whether items are read into papers and their values prepared, as Lectern does. */
  prepared: boolean;
}

/** What our reader of styles and the citation processor make of a fixture, by the rules of the suite's own runner. */
export function runFixture(fixture: Fixture, { locale, prepared }: Options): string {
  const style = styleOf(fixture['CSL'] ?? '');
  let items = itemsOf(fixture['INPUT'], prepared);
  const sys = { retrieveItem: (id: Id) => items.get(String(id)), retrieveLocale: locale, ...jsonOf<object>(fixture['OPTIONS'], {}) };
  const engine = new Engine(sys, style);
  Object.assign(engine.opt.development_extensions, jsonOf(fixture['OPTIONS'], {}));
  if (prepared) takeNotesForText(engine);
  const [mode = 'citation', ...submodes] = (fixture['MODE'] ?? '').trim().split('-');
  const unsorted = submodes.includes('nosort');
  const placed = jsonOf<Placed[] | null>(fixture['CITATIONS'], null);
  const ids = jsonOf<Data[]>(fixture['INPUT'], []).map(({ id }) => id);
  if (fixture['BIBENTRIES'] !== undefined) for (const entries of jsonOf<Id[][]>(fixture['BIBENTRIES'], [])) engine.updateItems(entries, unsorted);
  else if (placed === null) engine.updateItems(ids, unsorted);
  if (mode === 'bibliography' && placed !== null) placed.forEach((one) => engine.processCitationCluster(...one));
  const result = mode === 'bibliography' ? bibliography(engine, submodes, fixture) : placed === null ? clusters(engine, fixture) : documentOf(engine, placed, () => { items = itemsOf(fixture['INPUT2'] ?? fixture['INPUT'], prepared); }, fixture['INPUT2'] !== undefined);
  // What our reader guards in a style comes back as the entities that the suite's output writes.
  return unguarded(result, 'html').replaceAll('&lt;', '&#60;').replaceAll('&gt;', '&#62;');
}

function clusters(engine: Processor, fixture: Fixture): string {
  const cited = jsonOf<Cite[][]>(fixture['CITATION-ITEMS'], [entriesOf(engine).reflist.map(({ id }) => ({ id }))]);
  return cited.map((cites) => engine.makeCitationCluster(cites)).join('\n');
}

function bibliography(engine: Processor, submodes: string[], fixture: Fixture): string {
  if (fixture['CITATION-ITEMS'] !== undefined) clusters(engine, fixture);
  const made = engine.makeBibliography(jsonOf(fixture['BIBSECTION'], undefined));
  if (made === false) return '';
  const [parameters, entries] = made;
  if (!submodes.includes('header')) return parameters.bibstart + entries.join('') + parameters.bibend;
  return Object.entries(parameters).map(([name, value]) => `${name}: ${value as string}`).toSorted((a, b) => (a < b ? -1 : 1)).join('\n').trim();
}

/** The citations of a document that is being written: those that the last change touched are marked. */
function documentOf(engine: Processor, placed: Placed[], change: () => void, changes: boolean): string {
  let doc: { id: string; text: string; touched: boolean }[] = [];
  const write = (): void => {
    for (const [citation, before, after] of placed) {
      const [, results] = engine.processCitationCluster(citation, before, after);
      const order = [...before, ...after].map(([id]) => id);
      doc = doc.filter(({ id }) => entriesOf(engine).citationreg.citationById[id] !== undefined).map((cite) => ({ ...cite, touched: false }));
      doc.sort((a, b) => (order.includes(a.id) && order.includes(b.id) ? order.indexOf(a.id) - order.indexOf(b.id) : 0));
      const fresh = results.filter(([, text, id]) => {
        const known = doc.find((cite) => cite.id === id);
        if (known !== undefined) Object.assign(known, { text, touched: true });
        return known === undefined;
      });
      for (const [at, text, id] of fresh) doc.splice(at, 0, { id, text, touched: true });
    }
  };
  write();
  if (changes) {
    change();
    write();
  }
  return doc.map(({ text, touched }, index) => `${touched ? '>>' : '..'}[${index}] ${text}`).join('\n');
}

function styleOf(text: string): CslElement {
  const read = readOwnStyle(text);
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.style;
}

function itemsOf(json: string | undefined, prepared: boolean): Map<string, unknown> {
  return new Map(jsonOf<Data[]>(json, []).map((item) => [String(item.id), prepared ? citeprocItem(fromLibrary(item), String(item.id)) : item]));
}

/** The item of the paper that Lectern reads out of an item. One without a title, which is no paper, borrows one on the way. */
function fromLibrary(item: Data): CslItem {
  const { title } = item;
  const outcome = readCslItem({ ...item, title: title ?? 'Untitled' });
  if (outcome.kind === 'unusable') throw new Error(outcome.reason);
  const { title: borrowed = '', ...printed } = toCsl(paper({ ...outcome.paper.description, tags: outcome.paper.tags ?? [] }));
  return title === undefined ? printed : { ...printed, title: borrowed };
}

function jsonOf<T>(json: string | undefined, otherwise: T): T {
  return json === undefined || json.trim() === '' ? otherwise : JSON.parse(json) as T;
}
