import type { MarkStyle, Target } from '../../../../core/model';

/** How a mark is drawn: a path in PDF user space, filled or as a line. */
export interface DrawnMark { path: string; as: 'fill' | 'line' | 'frame' | 'sign'; width: number }

/** The side of the sign of a note, in points. */
export const SIGN = 16;

/** The drawing of a mark on the page of a PDF; null for what is not drawn there as lines (free text, other targets). */
export function drawingOf(style: MarkStyle, target: Target): DrawnMark | null {
  switch (target.kind) {
    case 'pdf-text': return onWords(style, target.quads);
    case 'pdf-ink': return { path: target.strokes.map(polyline).join(''), as: 'line', width: target.width };
    case 'pdf-area': {
      const [left, bottom, right, top] = target.rectangle;
      if (style === 'text') return null;
      if (style === 'note') return { path: signAt(left, top), as: 'sign', width: 1 };
      return { path: `M${left} ${bottom}H${right}V${top}H${left}Z`, as: 'frame', width: 1.2 };
    }
    default: return null;
  }
}

function onWords(style: MarkStyle, quads: readonly number[][]): DrawnMark {
  if (style === 'underline') return { path: quads.map((quad) => along(quad, 0.06)).join(''), as: 'line', width: 1.1 };
  if (style === 'strike') return { path: quads.map((quad) => along(quad, 0.42)).join(''), as: 'line', width: 1.1 };
  if (style === 'note') return { path: signAt((quads[0]?.[0] ?? 0) - SIGN, (quads[0]?.[1] ?? 0) + SIGN / 2), as: 'sign', width: 1 };
  return { path: quads.map(outline).join(''), as: 'fill', width: 0 };
}

/** Quads have their corners in the order upper left, upper right, lower left, lower right. */
function outline([x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0]: readonly number[]): string {
  return `M${x1} ${y1}L${x2} ${y2}L${x4} ${y4}L${x3} ${y3}Z`;
}

/** A line through a quad, so much of its height above its lower side. */
function along([x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0]: readonly number[], part: number): string {
  const between = (low: number, high: number): number => Math.round((low + (high - low) * part) * 100) / 100;
  return `M${between(x3, x1)} ${between(y3, y1)}L${between(x4, x2)} ${between(y4, y2)}`;
}

function polyline(points: readonly number[]): string {
  let path = '';
  for (let at = 0; at + 1 < points.length; at += 2) path += `${at === 0 ? 'M' : 'L'}${points[at] ?? 0} ${points[at + 1] ?? 0}`;
  // A dot is a line that ends where it begins.
  return points.length === 2 ? `${path}h0` : path;
}

/** A speech bubble whose upper left corner is here. */
function signAt(left: number, top: number): string {
  const [x, y, s] = [left, top, SIGN];
  return `M${x + 2} ${y}H${x + s - 2}Q${x + s} ${y} ${x + s} ${y - 2}V${y - s + 5}Q${x + s} ${y - s + 3} ${x + s - 2} ${y - s + 3}H${x + 8}L${x + 4} ${y - s - 1}V${y - s + 3}H${x + 2}Q${x} ${y - s + 3} ${x} ${y - s + 5}V${y - 2}Q${x} ${y} ${x + 2} ${y}Z`;
}

/** The box around a mark on its page: left, bottom, right, top. */
export function boundsOf(target: Target): [number, number, number, number] | null {
  switch (target.kind) {
    case 'pdf-area': return target.rectangle;
    case 'pdf-text': return around(target.quads);
    case 'pdf-ink': return around(target.strokes);
    default: return null;
  }
}

function around(lists: readonly (readonly number[])[]): [number, number, number, number] {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lists) {
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x = 0, y = 0] = [points[at], points[at + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return [left, bottom, right, top];
}

/** Whether a point of the page is on a mark, or within `slack` points of it. */
export function isOn(style: MarkStyle, target: Target, [x, y]: readonly [number, number], slack: number): boolean {
  const bounds = boundsOf(target);
  if (bounds === null) return false;
  const inBox = ([left, bottom, right, top]: readonly number[], more: number): boolean => x >= (left ?? 0) - more && x <= (right ?? 0) + more && y >= (bottom ?? 0) - more && y <= (top ?? 0) + more;
  if (style === 'note' && target.kind === 'pdf-area') return inBox([bounds[0], bounds[3] - SIGN, bounds[0] + SIGN, bounds[3]], slack);
  if (!inBox(bounds, slack)) return false;
  if (target.kind === 'pdf-text') return target.quads.some((quad) => inBox(around([quad]), slack));
  if (target.kind === 'pdf-ink') return target.strokes.some((points) => isNear(points, x, y, slack + target.width / 2));
  return true;
}

function isNear(points: readonly number[], x: number, y: number, most: number): boolean {
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [ax = 0, ay = 0] = [points[at], points[at + 1]];
    const [bx = ax, by = ay] = [points[at + 2], points[at + 3]];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const part = length === 0 ? 0 : Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1);
    if (Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay)) <= most) return true;
  }
  return false;
}
