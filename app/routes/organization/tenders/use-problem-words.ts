import { type DraftProblem, draftLimits } from "#app/domain/bids/draft.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Fen } from "#app/values/money.ts";

/** A field's problem as a sentence. */
export function useProblemWords(ceiling: Fen | null) {
  const { errors } = useMessages().bids.form;
  const format = useFormat();
  return (field: string, problem: DraftProblem | undefined): string | undefined => {
    switch (problem) {
      case undefined:
        return undefined;
      case "required":
        return errors.required;
      case "price":
        return errors.price;
      case "ceiling":
        return errors.ceiling(ceiling ? format.money(ceiling) : "");
      case "too_long":
        return errors.tooLong(format.number(limitOf(field)));
    }
  };
}

function limitOf(field: string): number {
  const found = Object.entries(draftLimits).find(([name]) => name === field);
  return found?.[1] ?? draftLimits.response;
}
