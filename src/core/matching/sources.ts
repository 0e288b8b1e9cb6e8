import type { Children } from '../children';
import type { Library } from '../library';
import type { Paper } from '../model';
import type { Clock } from '../ports';
import type { Condition } from '../query';
import type { TechniqueIndex } from '../techniques';
import type { Duplicates } from './duplicates';

/** Whether a paper is among those that are looked for. `number` is its number in the roster. */
export type Test = (paper: Paper, number: number) => boolean;

/** The part of a query that is about words. */
export type TextQuery =
  | Extract<Condition, { kind: 'text' }>
  | { kind: 'all' | 'any'; parts: readonly TextQuery[] }
  | { kind: 'not'; part: TextQuery };

/** Finds papers by their words. */
export interface Searcher {
  /** Resolves when it can be told of each paper whether the query holds for it. The answers are those of this moment. */
  prepare(query: TextQuery): Promise<Test>;
}

/** Where the answers to conditions come from. */
export interface Sources {
  library: Pick<Library, 'tables'>;
  techniques: TechniqueIndex;
  children: Children;
  searcher: Searcher;
  duplicates: Duplicates;
  clock: Clock;
}
