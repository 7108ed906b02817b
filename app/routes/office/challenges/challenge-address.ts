import type { openStates } from "#app/domain/challenges/challenge.ts";
import { paths } from "#app/paths.ts";

/** The page on which somebody does what an open challenge waits for. */
export function challengeAddress(id: string, state: (typeof openStates)[number]): string {
  const { challengeAnswer, challengeDecision, challengeRuling } = paths.office;
  const addresses = {
    filed: challengeAnswer(id),
    answered: challengeDecision(id),
    escalated: challengeRuling(id),
  };
  return addresses[state];
}
