import { conditionsOf, isCondition, print, printCondition, type Bounds, type Condition, type KnownNames, type Query } from '../../../core/query';
import { statusNames } from '../../ui/StatusGlyph';

/** What a part of a query says, for a chip: `Year: 2023–2025`; null for words alone, which need none. */
export function partWords(part: Query, known: Pick<KnownNames, 'techniques'> | undefined): string | null {
  const conditions = [...conditionsOf(part)].map(({ condition }) => condition);
  if (conditions.every((condition) => condition.kind === 'text' && condition.field === null)) return null;
  if (part.kind === 'not') return `Not ${lower(partWords(part.part, known) ?? print(part.part))}`;
  if (isCondition(part)) return `${fieldName(part)}: ${valueWords(part, known)}`;
  const [first] = conditions;
  const isOneField = part.kind === 'any' && part.parts.every((each) => isCondition(each) && each.field === first?.field);
  return isOneField && first !== undefined ? `${fieldName(first)}: ${conditions.map((each) => valueWords(each, known)).join(' or ')}` : print(part);
}

function fieldName({ field }: Condition): string {
  return field === null ? 'Text' : field === 'doi' ? 'DOI' : field === 'arxiv' ? 'arXiv' : `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
}

function lower(words: string): string {
  return /^(?:DOI|arXiv)/.test(words) ? words : `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}

function valueWords(condition: Condition, known: Pick<KnownNames, 'techniques'> | undefined): string {
  if (condition.kind === 'range') return condition.field === 'rating' ? `${boundsWords(condition.bounds)} stars` : boundsWords(condition.bounds);
  if (condition.kind === 'choice') return condition.field === 'status' ? statusNames[condition.value] : condition.value;
  if (condition.kind === 'name' && condition.naming.match === 'name') {
    const { text } = condition.naming;
    return (condition.field === 'technique' ? known?.techniques.find(({ id }) => id === text)?.name : undefined) ?? text;
  }
  return condition.field === null ? printCondition(condition) : printCondition(condition).slice(condition.field.length + 1);
}

const comparisons = { '<': 'less than', '<=': 'up to', '>': 'more than', '>=': 'from' } as const;
const ages: Readonly<Record<string, string>> = { d: 'day', w: 'week', m: 'month', y: 'year' };

function boundsWords(bounds: Bounds): string {
  if (bounds.kind === 'span') {
    if (bounds.from === null) return `up to ${bounds.to ?? ''}`;
    return bounds.to === null ? `from ${bounds.from}` : `${bounds.from}–${bounds.to}`;
  }
  const age = /^(\d+)([dwmy])$/.exec(bounds.at);
  if (age === null) return bounds.kind === 'at' ? bounds.at : `${comparisons[bounds.than]} ${bounds.at}`;
  const [, count = '', unit = ''] = age;
  const long = `${count} ${ages[unit] ?? ''}${count === '1' ? '' : 's'}`;
  return bounds.kind === 'than' && bounds.than.startsWith('>') ? `more than ${long} ago` : `within ${long}`;
}
