/** What a published text must not hold: ID numbers, mobile and fixed phone numbers, mail addresses. */
const patterns: readonly RegExp[] = [
  /\d{17}[\dXx]/g,
  /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[ -]?\d{4}[ -]?\d{3,4}(?!\d)/g,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
];

export const hasPersonalData = (text: string): boolean =>
  patterns.some((pattern) => new RegExp(pattern.source).test(text));

/** The text with each of these blotted out: what an officer begins from when she prepares it for the public. */
export const withoutPersonalData = (text: string): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, "＊＊＊"), text);
