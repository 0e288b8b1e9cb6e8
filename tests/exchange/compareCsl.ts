/** How two CSL items compare where programs differ as a matter of taste. */

export interface FieldDifference {
  id: string;
  field: string;
  expected: unknown;
  ours: unknown;
}

type Item = Record<string, unknown>;

/** The fields of the expected items that ours have as well, and those that differ. What ours have beyond is no difference. */
export function compareItems(expected: readonly Item[], ours: readonly Item[]): { met: number; total: number; differences: FieldDifference[] } {
  const found = new Map(ours.map((item) => [item['id'], item]));
  const differences: FieldDifference[] = [];
  let total = 0;
  for (const item of expected) {
    for (const [field, value] of Object.entries(item)) {
      total += 1;
      const our = found.get(item['id'])?.[field];
      if (comparable(value, field) !== comparable(our, field)) differences.push({ id: String(item['id']), field, expected: value, ours: our });
    }
  }
  return { met: total - differences.length, total, differences };
}

/** A value without what is a matter of taste: case, tags and font commands, the kind of quotes and dashes, how formulas are set off. */
function comparable(value: unknown, field: string): string {
  if (field === 'type' && value === '') return '"document"'; // CSL has no type without a name
  return JSON.stringify(normalized(value)) ?? '';
}

function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, normalized(part)]));
  }
  return typeof value === 'string' || typeof value === 'number' ? plain(String(value)) : value;
}

function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\\(?:emph|underline|text(?:it|bf|sc|tt|sl|superscript|subscript))\{|[{}$]/g, '')
    .replace(/["“”„«»'‘’`]/g, '')
    .replace(/-{2,3}|[–—‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
