/** What YAML can say of a record: texts, numbers, lists and maps of them. */
export type YamlValue = string | number | boolean | object;

/** Words that YAML 1.1 or 1.2 takes for something else than text. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null)$/i;
const plain = /^\p{L}(?:[\p{L}\p{M}\p{N}_.,;()/'’“”–-]| (?=[\p{L}\p{N}(“]))*$/u;
const unprintable = /[\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * The members of a map, one a line, each line indented; those that are undefined are left out. Plain words stand as they
 * are, all other text in quotes.
 */
export function yamlMembers(map: object, indent = ''): string {
  return Object.entries(map).map(([name, value]: [string, YamlValue | undefined]) => (value === undefined ? '' : `${indent}${yamlText(name)}:${yamlBehind(value, indent)}`)).join('');
}

/** A list, one item behind each hyphen. */
export function yamlItems(items: readonly YamlValue[], indent = ''): string {
  return items.map((item) => `${indent}-${yamlItem(item, indent)}`).join('');
}

/** A text as YAML writes it on one line. */
export function yamlText(text: string): string {
  if (plain.test(text) && !notText.test(text)) return text;
  return JSON.stringify(text).replace(/\\u[dD][89a-fA-F][\da-fA-F]{2}/g, '\uFFFD').replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function yamlItem(value: YamlValue, indent: string): string {
  if (typeof value !== 'object' || isList(value)) return yamlBehind(value, indent);
  const members = yamlMembers(value, `${indent}  `);
  return members === '' ? ' {}\n' : ` ${members.slice(indent.length + 2)}`;
}

function yamlBehind(value: YamlValue, indent: string): string {
  if (typeof value === 'string') return ` ${yamlText(value)}\n`;
  if (typeof value !== 'object') return ` ${String(value)}\n`;
  if (isList(value)) return isFlow(value) ? ` ${JSON.stringify(value)}\n` : `\n${yamlItems(value, indent)}`;
  const members = yamlMembers(value, `${indent}  `);
  return members === '' ? ' {}\n' : `\n${members}`;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Lists of numbers, such as the parts of a date, and empty ones stand on one line. */
function isFlow(list: readonly YamlValue[]): boolean {
  return list.every((value) => typeof value === 'number' || (isList(value) && isFlow(value)));
}
