import type { Match } from './phrases';
import { readStance, readTitle, type Stance } from './stance';
import { tokenize, type Token } from './tokens';

/** What a classifier reads of a paper. */
export interface Text { title: string; abstract: string }

/** How much a word counts where it stands. */
export interface Prominence {
  /** In the title: what it is about, and what only follows a preposition (`Pruning for Diffusion Models`). */
  title: { head: number; complement: number };
  stance: Record<Stance, number>;
}

/** A field of a paper, cut into tokens that are worth more or less where they stand. */
export interface FieldReading {
  field: 'title' | 'abstract';
  text: string;
  tokens: readonly Token[];
  prominenceOf: (match: Pick<Match, 'first' | 'last'>) => number;
}

export function readFields({ title, abstract }: Text, prominence: Prominence): FieldReading[] {
  const titleTokens = tokenize(title);
  const abstractTokens = tokenize(abstract);
  const placeOf = readTitle(titleTokens);
  const stanceOf = readStance(abstractTokens);
  return [
    {
      field: 'title', text: title, tokens: titleTokens,
      prominenceOf(match) {
        const place = placeOf(match);
        return place === 'denied' ? prominence.stance.denied : prominence.title[place];
      },
    },
    { field: 'abstract', text: abstract, tokens: abstractTokens, prominenceOf: (match) => prominence.stance[stanceOf(match)] },
  ];
}
