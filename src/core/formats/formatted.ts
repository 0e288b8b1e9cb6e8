import CSL from 'citeproc';
import { DomainError } from '../errors';
import { citeprocItem } from './citeprocItem';
import { unguarded } from './citeprocMarkup';
import type { CslItem } from './csl-types';
import type { XmlElement } from './xml';

/** An element of a CSL style or locale, in the shape that citeproc reads. */
export type CslElement = XmlElement;

export interface FormattingOptions {
  style: CslElement;
  /** The language of terms and dates, as a tag (`en-US`); it prevails over the one that the style names. */
  lang: string;
  /** The locale of a language, or its nearest one. It is asked for those that `localesFor` names. */
  locales: (lang: string) => CslElement;
  output: 'text' | 'html';
}

/** The languages whose locales are read for `lang`: itself, and that of which it is a variety. */
export function localesFor(lang: string): string[] {
  const { base, best } = CSL.localeResolve(lang);
  return [...new Set([base, best])];
}

type Processor = InstanceType<typeof CSL.Engine<CslItem>>;

/** Entries rendered at a stretch. */
const PAGE = 20;

/**
 * References formatted in a citation style by citeproc, one string an entry, in the order that the style asks for
 * (that of `items` where it numbers them); in a style without a bibliography, the notes that cite them. As `text` an
 * entry is one plain line; as `html` it is a `div.csl-entry` in which everything but citeproc's own markup is escaped.
 * Takes 1 to 8 ms an entry: run it off the windows' thread. `report` is called with the part that is done, from 0 to 1,
 * at least every few entries, and may throw to end the work.
 */
export function formatBibliography(items: readonly CslItem[], options: FormattingOptions, report: (part: number) => void = () => undefined): string[] {
  const { engine, ids } = processorFor(items, options, (item) => report(item / items.length / 2));
  engine.updateItems(ids);
  const entries: string[] = [];
  let start: string | true | undefined = items.length > 0 ? true : undefined;
  while (start !== undefined) {
    const page: ReturnType<Processor['makeBibliography']> = engine.makeBibliography({ page_start: start, page_length: PAGE });
    if (page === false) return ids.map((id) => unguarded(noteOf(engine, id, options.output), options.output));
    const [{ entry_ids: shown, done }, printed] = page;
    entries.push(...printed);
    report(0.5 + entries.length / items.length / 2);
    start = done ? undefined : shown.at(-1)?.[0];
  }
  return entries.map((entry) => unguarded(entry, options.output));
}

/** Works as a citation style cites them together in the running text, or in a note: one line. Markup as in a bibliography. */
export function formatCitation(items: readonly CslItem[], options: FormattingOptions): string {
  const { engine, ids } = processorFor(items, options);
  engine.updateItems(ids);
  return unguarded(engine.makeCitationCluster(ids.map((id) => ({ id }))), options.output);
}

/** `onItem` hears how many items the processor has asked for. */
function processorFor(items: readonly CslItem[], { style, lang, locales, output }: FormattingOptions, onItem?: (count: number) => void): { engine: Processor; ids: string[] } {
  const byId = new Map(items.map((item, index) => [`item-${index}`, citeprocItem(item, `item-${index}`)]));
  let count = 0;
  const retrieveItem = (id: string): CslItem => {
    const item = byId.get(id);
    if (item === undefined) throw new DomainError('internal', `The citation processor asked for an unknown reference: ${id}.`);
    onItem?.(count += 1);
    return item;
  };
  const engine = new CSL.Engine({ retrieveItem, retrieveLocale: locales }, style, lang, true);
  takeNotesForText(engine);
  engine.setOutputFormat(output);
  return { engine, ids: [...byId.keys()] };
}

/** citeproc would take variables and even the type of a work out of its note (`type: book`). */
export function takeNotesForText({ opt }: Pick<Processor, 'opt'>): void {
  opt.development_extensions['field_hack'] = false;
}

function noteOf(engine: Processor, id: string, output: 'text' | 'html'): string {
  const note = engine.makeCitationCluster([{ id }]);
  return output === 'html' ? `<div class="csl-entry">${note}</div>` : note;
}
