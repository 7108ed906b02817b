import { situationWordsIn } from "#app/components/services/situation-words.ts";
import type { listProgrammes } from "#app/domain/services/programme-queries.server.ts";
import { type Language, messagesIn } from "#app/i18n/messages.ts";

export type Programme = Awaited<ReturnType<typeof listProgrammes>>[number];

/** Whom a subsidy is for, in words. */
export function forWhomIn(language: Language): (programme: Programme) => string {
  const { programmes: words, situation } = messagesIn(language).services;
  const said = situationWordsIn(language);
  return ({ ageFrom, lowIncomeOnly, disabledOnly, registeredOnly }) => {
    const who = said({ ageFrom, lowIncome: lowIncomeOnly, disabled: disabledOnly });
    return situation.join([who || words.everybody, ...(registeredOnly ? [words.registered] : [])]);
  };
}
