import { isCslDateVariable, isCslNameVariable } from './csl-types';

/** An item as pandoc's YAML has it, made what CSL-JSON (`readCslItem`) expects: names and dates have more than one form there. */
export function cslYamlItem(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => {
    if (name === 'author' || isCslNameVariable(name)) return [name, namesOf(member)];
    return [name, name === 'issued' || isCslDateVariable(name) ? dateOf(member) : member];
  }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One name or a list, by parts or as a text. */
function namesOf(value: unknown): unknown {
  if (value === '') return null;
  const names: unknown[] = Array.isArray(value) ? value : [value];
  return names.map((name) => {
    if (typeof name === 'string') return { literal: name };
    return isObject(name) && typeof name['name'] === 'string' ? { ...name, literal: name['name'] } : name;
  });
}

/** A text, CSL's `date-parts`, or year, month and day by name; a list of two is a range. */
function dateOf(value: unknown): unknown {
  if (value === '') return null;
  const dates: unknown[] = Array.isArray(value) ? value : [value];
  if (!dates.every(isObject) || dates.length === 0 || dates.some((date) => 'date-parts' in date)) return dates.length === 1 ? flatDate(dates[0]) : value;
  const [first = {}] = dates;
  if (!dates.every((date) => typeof date['year'] === 'string')) return first;
  const parts = dates.slice(0, 2).map((date) => [date['year'], date['month'], date['day']].filter((part) => typeof part === 'string' && part !== ''));
  return { 'date-parts': parts, ...(typeof first['season'] === 'string' && { season: first['season'] }), ...(typeof first['circa'] === 'string' && { circa: first['circa'] }) };
}

/** `date-parts` of one date may stand there without a list around it. */
function flatDate(date: unknown): unknown {
  if (!isObject(date)) return date;
  const parts = date['date-parts'];
  return Array.isArray(parts) && parts.length > 0 && parts.every((part) => typeof part === 'string') ? { ...date, 'date-parts': [parts] } : date;
}
