import type { Situation } from "#app/domain/services/situation.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** How a situation is said; null is somebody without any subsidy. */
export function useSituationWords(): (situation: Situation | null) => string {
  const { situation: words } = useMessages().services;
  const { number } = useFormat();
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
