import { fold } from '../../../../core/text';
import type { Annotation, HighlightColor, MarkStyle } from '../../../../core/model';
import { styleOf } from './marking';

export interface MarkFilter {
  /** Those of these colours and styles; of any where there is none. */
  colors: readonly HighlightColor[];
  styles: readonly MarkStyle[];
  /** Words of the passage, the comment or the tags. */
  words: string;
}

export const everyMark: MarkFilter = { colors: [], styles: [], words: '' };

export function filtered(marks: readonly Annotation[], { colors, styles, words }: MarkFilter): Annotation[] {
  const sought = fold(words).split(/\s+/).filter((word) => word !== '');
  return marks.filter((mark) => {
    if (colors.length > 0 && !colors.includes(mark.color)) return false;
    if (styles.length > 0 && !styles.includes(styleOf(mark))) return false;
    if (sought.length === 0) return true;
    const text = fold([wordsOf(mark), mark.comment, ...(mark.tags ?? [])].join(' '));
    return sought.every((word) => text.includes(word));
  });
}

/** The words that a mark is on. */
export function wordsOf({ target }: Annotation): string {
  return 'exact' in target ? target.exact : '';
}
