import { methodSettings } from "#app/domain/tenders/method.ts";
import type { Duty } from "#app/domain/tenders/next-step.ts";
import type { Method } from "#app/domain/tenders/tender.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** What a duty is called: where the council votes, nobody is asked to score. */
export const dutyLabel = (duty: Duty, method: Method, { duties, vote }: Messages["office"]) =>
  duty === "score" && methodSettings[method].scoring === "votes" ? vote : duties[duty];
