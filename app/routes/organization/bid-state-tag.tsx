import { type StatusKind, StatusTag } from "#app/components/status-tag.tsx";
import type { BidState } from "#app/domain/bids/bid.ts";
import { useMessages } from "#app/i18n/messages.ts";

const kinds: Record<BidState, StatusKind> = {
  submitted: "running",
  needs_confirm: "waiting",
  withdrawn: "neutral",
  opened: "running",
  unopenable: "refused",
  negotiated: "waiting",
  disqualified: "refused",
  scored: "running",
  won: "done",
  lost: "neutral",
  rejected: "refused",
  lapsed: "refused",
};

/** How the reader's own bid stands; null is no bid. */
export function BidStateTag({ state }: { state: BidState | null }) {
  const { bids } = useMessages();
  if (!state) return <StatusTag kind="neutral">{bids.none}</StatusTag>;
  return <StatusTag kind={kinds[state]}>{bids.states[state]}</StatusTag>;
}
