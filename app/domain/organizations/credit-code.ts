/** The characters of GB 32100-2015 in the order of their values: no I, O, S, V or Z. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** What the register of the civil affairs department calls the organization; a residents' team stands in none. */
export type CreditCodeKind = "social_group" | "social_service" | "foundation" | "other" | "team";

const kinds: Readonly<Record<string, CreditCodeKind>> = {
  "51": "social_group",
  "52": "social_service",
  "53": "foundation",
};

/** The code as it is kept: capitals, half-width, without spaces; it may still be wrong. */
export function normaliseCreditCode(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** Whether a normalised text is a unified social credit code (GB 32100-2015) with the right check character. */
export function isCreditCode(text: string): boolean {
  const first17 = text.slice(0, 17);
  return text.length === 18 && isOfAlphabet(text) && withCheckCharacter(first17) === text;
}

/** What the first two characters say: 51 社会团体, 52 社会服务机构, 53 基金会; anything else is "other". Without a code it is a team. */
export function creditCodeKind(code: string | null): CreditCodeKind {
  if (code === null) return "team";
  return kinds[code.slice(0, 2)] ?? "other";
}

/** A whole code from its first 17 characters; refuses characters that no code has. */
export function withCheckCharacter(first17: string): string {
  if (first17.length !== 17 || !isOfAlphabet(first17)) {
    throw new RangeError(`${first17} is not the beginning of a credit code`);
  }
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + alphabet.charAt((31 - (sum % 31)) % 31);
}

function isOfAlphabet(text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}
