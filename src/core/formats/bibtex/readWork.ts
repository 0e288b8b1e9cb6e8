import { readCslItem } from '../cslJsonItem';
import type { ReadPaper } from '../reading';
import type { TexFields } from './fields';
import type { OwnEntry } from './inherit';
import { cslItemOf } from './item';

/** An entry that is a work. */
export interface WorkEntry extends OwnEntry {
  key: string;
  isBiblatex: boolean;
}

export type WorkPaper = Omit<ReadPaper, 'line'>;

/**
 * The paper of an entry with all of its fields, inherited ones too; null where it has no more than a key. A work that
 * nothing names goes by its note or its key.
 */
export function readWork({ key, type, fields: own, isBiblatex }: WorkEntry, fields: TexFields): WorkPaper | null {
  const { item, tags } = cslItemOf(key, type, fields, isBiblatex);
  const outcome = readCslItem(item);
  const named = outcome.kind === 'paper' || own.size === 0 ? outcome : readCslItem({ ...item, title: item.note ?? key });
  if (named.kind === 'unusable') return null;
  return tags.length === 0 ? named.paper : { ...named.paper, tags };
}
