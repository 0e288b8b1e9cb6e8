import type { HighlightColor } from '../../core/model';

export const colorNames: Record<HighlightColor, string> = { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink', violet: 'Violet' };
export const colors = Object.keys(colorNames) as HighlightColor[];
