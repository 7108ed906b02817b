/** Which points of a line are worth their value in words: the first, the last, and the highest when it is not near them. */
export function writtenMarks(values: readonly number[]): number[] {
  const last = values.length - 1;
  if (last < 1) return values.map((_, index) => index);
  const highest = values.indexOf(Math.max(...values));
  const room = last / 3;
  const apart = highest >= room && highest <= last - room;
  return apart ? [0, highest, last] : [0, last];
}
