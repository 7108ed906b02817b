import { type StatusKind, StatusTag } from "#app/components/status-tag.tsx";
import type { ChallengeState } from "#app/domain/challenges/challenge.ts";
import { useMessages } from "#app/i18n/messages.ts";

const kinds: Record<ChallengeState, StatusKind> = {
  filed: "running",
  answered: "running",
  accepted: "done",
  rejected: "refused",
  escalated: "running",
  upheld: "done",
  dismissed: "refused",
  withdrawn: "neutral",
  lapsed: "neutral",
};

/** How far a challenge is, in words. */
export function ChallengeStateTag({ state }: { state: ChallengeState }) {
  const { states } = useMessages().challenges;
  return <StatusTag kind={kinds[state]}>{states[state]}</StatusTag>;
}
