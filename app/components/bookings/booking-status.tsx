import type { BookingState } from "#app/domain/bookings/booking.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { type StatusKind, StatusTag } from "../status-tag.tsx";

const kinds: Record<BookingState, StatusKind> = {
  confirmed: "running",
  checked_in: "running",
  delivered: "waiting",
  accepted: "done",
  closed: "done",
  cancelled: "neutral",
  no_show_resident: "refused",
  no_show_provider: "refused",
  disputed: "waiting",
};

/** A booking's state in words; `forOthers` where it waits for somebody who does not read the page. */
export function BookingStatus({ state, forOthers }: { state: BookingState; forOthers?: boolean }) {
  const { states } = useMessages().bookings;
  const kind = kinds[state];
  return (
    <StatusTag kind={forOthers && kind === "waiting" ? "running" : kind}>{states[state]}</StatusTag>
  );
}
