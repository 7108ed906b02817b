/** A mobile number, a landline with its area code, or an ID number; people type blanks and dashes between digits. */
const shapes = [
  /(?<!\d)1[3-9]\d{9}(?!\d)/,
  /(?<!\d)0\d{2,3}\d{7,8}(?!\d)/,
  /(?<!\d)\d{17}[\dXx](?!\d)/,
];

/** Whether a text that is to be public holds a number by which somebody can be found; names it cannot know. */
export function holdsPersonalNumbers(text: string): boolean {
  const joined = text.replaceAll(/(?<=\d)[ \-－–]+(?=\d)/g, "");
  return shapes.some((shape) => shape.test(joined));
}
