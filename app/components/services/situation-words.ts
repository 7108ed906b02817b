import type { Situation } from "#app/domain/services/situation.ts";
import { formatIn } from "#app/i18n/format.ts";
import { type Language, messagesIn, usePreferences } from "#app/i18n/messages.ts";

/** How a situation is said; null is somebody without any subsidy. */
export const useSituationWords = (): ((situation: Situation | null) => string) =>
  situationWordsIn(usePreferences().language);

/** The same in a language, for files. */
export function situationWordsIn(language: Language): (situation: Situation | null) => string {
  const { situation: words } = messagesIn(language).services;
  const { number } = formatIn(language);
  return (situation) => {
    if (!situation) return words.nobody;
    const { ageFrom, lowIncome, disabled } = situation;
    const parts = [
      ageFrom === null ? [] : words.age(number(ageFrom)),
      lowIncome ? words.lowIncome : [],
      disabled ? words.disabled : [],
    ].flat();
    return words.join(parts);
  };
}
