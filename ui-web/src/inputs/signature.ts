/** A point of ink: CSS pixels of the signature box, milliseconds since the first touch. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

/** Shorter ink is not a signature. */
export const LEAST_INK_PX = 150;

/** Length of all strokes in CSS pixels. */
export function inkLength(strokes: readonly (readonly InkPoint[])[]): number {
  let length = 0;
  for (const stroke of strokes) {
    for (let i = 1; i < stroke.length; i++) {
      const from = stroke[i - 1] as InkPoint;
      const to = stroke[i] as InkPoint;
      length += Math.hypot(to.x - from.x, to.y - from.y);
    }
  }
  return length;
}

/** Times become milliseconds since the first touch, positions whole pixels. */
export function strokesFrom(
  groups: readonly { readonly points: readonly { readonly x: number; readonly y: number; readonly time: number }[] }[],
): InkPoint[][] {
  const start = groups[0]?.points[0]?.time ?? 0;
  return groups.map((group) =>
    group.points.map((point) => ({
      x: Math.round(point.x),
      y: Math.round(point.y),
      t: Math.round(point.time - start),
    })),
  );
}
