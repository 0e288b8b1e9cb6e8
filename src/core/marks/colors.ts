import type { HighlightColor, MarkStyle } from '../model';

/** The colours of marks where they lie on white paper and are multiplied with what is printed there. */
export const markColors: Readonly<Record<HighlightColor, string>> = { yellow: '#ffe14d', green: '#8fe388', blue: '#8ac4ff', pink: '#ff9ec2', violet: '#c3a6ff' };

/** The same for what is drawn or written with: darker, so that it is seen on white. */
const inkColors: Readonly<Record<HighlightColor, string>> = { yellow: '#a17c00', green: '#3c8a3b', blue: '#3476b8', pink: '#bf4677', violet: '#7b57c4' };

/** What a mark of a colour is painted with. */
export function paintOf(style: MarkStyle, color: HighlightColor): string {
  return (style === 'highlight' || style === 'note' ? markColors : inkColors)[color];
}

const names = Object.keys(markColors) as HighlightColor[];

/** The colour of ours that is most like one (`#rrggbb`): by hue, or for greys by how light they are. */
export function nearestColor(color: string): HighlightColor {
  const wanted = channels(color);
  return names.reduce((best, name) => (distance(channels(markColors[name]), wanted) < distance(channels(markColors[best]), wanted) ? name : best));
}

type Channels = [red: number, green: number, blue: number];

function channels(color: string): Channels {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Between the directions of two colours away from grey, so that a dark red is near a light one. */
function distance(a: Channels, b: Channels): number {
  const [u, v] = [hueOf(a), hueOf(b)];
  return (u[0] - v[0]) ** 2 + (u[1] - v[1]) ** 2;
}

/** A place on the circle of hues; the middle for a grey. */
function hueOf([red, green, blue]: Channels): [number, number] {
  const [x, y] = [red - (green + blue) / 2, ((green - blue) * Math.sqrt(3)) / 2];
  const length = Math.hypot(x, y);
  return length < 12 ? [0, 0] : [x / length, y / length];
}
