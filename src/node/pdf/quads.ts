import type { Quad } from '../../core/model';

/**
 * A quad with its corners in the order upper left, upper right, lower left, lower right, as its text is read. Programs agree on
 * that order, although the standard says to go round; those that go round, or begin below, are understood as well.
 */
export function standing(points: readonly number[]): Quad {
  const corner = (index: number): [number, number] => [points[2 * index] ?? 0, points[2 * index + 1] ?? 0];
  let corners = [corner(0), corner(1), corner(2), corner(3)] as const;
  const goesRound = dot(between(corners[0], corners[1]), between(corners[2], corners[3])) < 0;
  if (goesRound) corners = [corners[3], corners[2], corners[0], corners[1]];
  const along = between(corners[0], corners[1]);
  const down = between(corners[0], corners[2]);
  const beginsBelow = along[0] * down[1] - along[1] * down[0] > 0;
  if (beginsBelow) corners = [corners[2], corners[3], corners[0], corners[1]];
  return corners.flat();
}

type Vector = readonly [x: number, y: number];

function between(from: Vector, to: Vector): Vector {
  return [to[0] - from[0], to[1] - from[1]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1];
}
