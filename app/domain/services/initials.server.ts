import { pinyin } from "pinyin-pro";

/** The first letter of each syllable and what is Latin already, in lower case: 居家养老 is jjyl. */
export function initialsOf(title: string): string {
  const letters = pinyin(title, { pattern: "first", toneType: "none", type: "array" });
  return letters
    .join("")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}
