/** Digits and letters that cannot be mistaken for one another, read or heard. */
const alphabet = "23456789ACEFHJKMNPRTWXY";
const LENGTH = 8;

/** A new booking's number for people to say: eight characters, about 78 thousand million of them. */
export function bookingReference(): string {
  const random = crypto.getRandomValues(new Uint32Array(LENGTH));
  return Array.from(random, (n) => alphabet.charAt(n % alphabet.length)).join("");
}

/** The reference in two groups of four, as it is shown and read out. */
export const readableReference = (reference: string): string =>
  `${reference.slice(0, 4)} ${reference.slice(4)}`;
