/**
 * Places in rising order moved apart until each has `room` from the next, as little as that takes, within `least` and `most`. Where there is not room for
 * all, each has the same share of what there is.
 */
export function spread(places: readonly number[], room: number, [least, most]: readonly [number, number]): number[] {
  const gap = places.length > 1 ? Math.min(room, (most - least) / (places.length - 1)) : room;
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, least, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  for (let i = moved.length - 1, end = most; i >= 0; i--, end = (moved[i + 1] ?? most) - gap) moved[i] = Math.min(moved[i] ?? end, end);
  return moved;
}
