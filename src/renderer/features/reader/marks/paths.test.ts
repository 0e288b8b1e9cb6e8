import { describe, expect, it } from 'vitest';
import { AttachmentId, type Target } from '../../../../core/model';
import { boundsOf, drawingOf, isOn } from './paths';

const file = { attachmentId: AttachmentId.parse('file-1'), sha256: 'a'.repeat(64), page: 0 };
const words: Target = { kind: 'pdf-text', ...file, start: 0, end: 4, exact: 'word', prefix: '', suffix: '', quads: [[10, 30, 50, 30, 10, 20, 50, 20], [10, 18, 30, 18, 10, 8, 30, 8]] };
const area: Target = { kind: 'pdf-area', ...file, rectangle: [100, 100, 200, 150] };
const ink: Target = { kind: 'pdf-ink', ...file, strokes: [[0, 0, 100, 100]], width: 2 };

describe('the drawing of a mark', () => {
  it('covers words, or runs below or through them', () => {
    expect(drawingOf('highlight', words)).toEqual({ path: 'M10 30L50 30L50 20L10 20ZM10 18L30 18L30 8L10 8Z', as: 'fill', width: 0 });
    expect(drawingOf('underline', words)?.path).toBe('M10 20.6L50 20.6M10 8.6L30 8.6');
    expect(drawingOf('strike', words)?.path).toBe('M10 24.2L50 24.2M10 12.2L30 12.2');
  });

  it('follows strokes, frames areas, and is none for what is written', () => {
    expect(drawingOf('ink', ink)).toEqual({ path: 'M0 0L100 100', as: 'line', width: 2 });
    expect(drawingOf('ink', { ...ink, strokes: [[5, 6]] })?.path).toBe('M5 6h0');
    expect(drawingOf('area', area)?.path).toBe('M100 100H200V150H100Z');
    expect(drawingOf('text', area)).toBeNull();
  });
});

describe('a point on a mark', () => {
  it('is on its words, not between them', () => {
    expect(boundsOf(words)).toEqual([10, 8, 50, 30]);
    expect([[20, 25], [20, 10], [45, 10], [9, 25]].map(([x = 0, y = 0]) => isOn('highlight', words, [x, y], 0))).toEqual([true, true, false, false]);
  });

  it('is near a stroke, in an area, or on the sign of a note', () => {
    expect(isOn('ink', ink, [50, 52], 1)).toBe(true);
    expect(isOn('ink', ink, [20, 80], 3)).toBe(false);
    expect(isOn('area', area, [150, 120], 0)).toBe(true);
    expect(isOn('note', area, [105, 145], 0)).toBe(true);
    expect(isOn('note', area, [190, 105], 0)).toBe(false);
  });
});
