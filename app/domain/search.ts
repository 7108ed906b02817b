/** The words of a search, for lists that must hold them all: at most five, signs and spaces aside. */
export function searchWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word !== "")
    .slice(0, 5);
}
