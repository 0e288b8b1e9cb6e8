import type { CslItem, CslName, CslNameVariable } from '../csl-types';
import type { Fields } from './fields';
import { readBibtexNames } from './names';

/** What `editoratype` and its like make of further editors where CSL has a name for it. */
const editorTypes: ReadonlyMap<string, CslNameVariable> = new Map<string, CslNameVariable>([
  ['editor', 'editor'], ['compiler', 'compiler'], ['organizer', 'organizer'], ['director', 'director'], ['producer', 'producer'],
  ['performer', 'performer'], ['illustrator', 'illustrator'], ['interviewer', 'interviewer'], ['curator', 'curator'], ['chair', 'chair'],
  ['collaborator', 'contributor'], ['contributor', 'contributor'],
]);

/** What `editortype` makes of the editors themselves. Whoever organises or compiles a book is cited as its editor. */
const mainTypes = new Set(['director', 'producer', 'performer', 'illustrator', 'interviewer', 'curator']);

/** The people of a work by what they did for it. */
export function peopleOf(fields: Fields): Partial<Pick<CslItem, 'author' | CslNameVariable>> {
  const options = fields.tex('options', false);
  if (/^\s*useprefix(?:=true)?\s*$/i.test(options)) fields.tex('options');
  const usesPrefix = /(?:^|,)\s{0,9}useprefix\s{0,9}(?:=\s{0,9}true\s{0,9})?(?:,|$)/i.test(options);
  const people = new Map<'author' | CslNameVariable, CslName[]>();
  const add = (variable: 'author' | CslNameVariable, field: string): void => {
    if (!fields.has(field)) return;
    const names = readBibtexNames(fields.tex(field), usesPrefix);
    if (names.length > 0) people.set(variable, [...(people.get(variable) ?? []), ...names]);
  };
  add('author', 'author');
  add('container-author', 'bookauthor');
  add('translator', 'translator');
  add('illustrator', 'illustrator');
  const mainType = typeOf(fields, 'editortype');
  add((mainTypes.has(mainType) ? editorTypes.get(mainType) : undefined) ?? 'editor', 'editor');
  for (const further of ['editora', 'editorb', 'editorc']) {
    const variable = editorTypes.get(typeOf(fields, `${further}type`));
    if (variable !== undefined && variable !== 'editor' && fields.has(further)) {
      fields.tex(`${further}type`);
      add(variable, further);
    }
  }
  return Object.fromEntries(people);
}

function typeOf(fields: Fields, name: string): string {
  return fields.tex(name, false).trim().toLowerCase();
}
