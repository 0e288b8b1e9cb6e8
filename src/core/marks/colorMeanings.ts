import type { HighlightColor, Settings } from '../model';

/** What the colours mean to a reader who has said nothing else. */
export const defaultMeanings: Record<HighlightColor, string> = { yellow: 'important', green: 'method', blue: 'result', pink: 'limitation', violet: 'question' };

export function meaningsOf({ colorMeanings = {} }: Pick<Settings, 'colorMeanings'>): Record<HighlightColor, string> {
  return { ...defaultMeanings, ...colorMeanings };
}
