import { and, asc, eq, inArray } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { events, purchaseSubject } from "#db/schema/events.ts";
import { type ContractingProcess, type PublicEvent, publicEvents } from "./contracting-process.ts";

type History = Pick<ContractingProcess, "dropped"> & { events: PublicEvent[] };

/** What the log says that a bid is out of the running; the public learns it with the result. */
const droppingEvents = ["bid.unopenable", "bid.disqualified", "bid.low_price_decided"] as const;

/** Each tender's public events, oldest first, and which of its bids dropped out when. */
export async function readHistories(
  tenderIds: readonly Id<"tender">[],
): Promise<Map<Id<"tender">, History>> {
  const tenderOf = await readSubjects(tenderIds);
  const subject = purchaseSubject(events.detail);
  const rows = await db
    .select({ id: events.id, name: events.name, detail: events.detail, at: events.at, subject })
    .from(events)
    .where(
      and(
        inArray(subject, [...tenderOf.keys()]),
        inArray(events.name, [...publicEvents, ...droppingEvents]),
      ),
    )
    .orderBy(asc(events.at), asc(events.transaction), asc(events.id));
  const histories = new Map(
    tenderIds.map((id): [typeof id, History] => [id, { events: [], dropped: [] }]),
  );
  for (const row of rows) {
    const tenderId = tenderOf.get(row.subject);
    const history = tenderId && histories.get(tenderId);
    if (history) tell(history, row);
  }
  return histories;
}

type Row = Pick<typeof events.$inferSelect, "id" | "name" | "detail" | "at">;

function tell(history: History, { id, name, detail, at }: Row) {
  if (isPublic(name)) {
    // record() alone writes the log, with the detail that goes with the name.
    history.events.push({ ...detail, name, id, at } as PublicEvent);
  } else if (name !== "bid.low_price_decided" || detail.accepted === false) {
    history.dropped = [...history.dropped, { bidId: String(detail.bidId), at }];
  }
}

const isPublic = (name: Row["name"]): name is PublicEvent["name"] =>
  publicEvents.some((one) => one === name);

/** Which tender the milestones, contracts and tenders belong to that its events are about. */
async function readSubjects(tenderIds: readonly Id<"tender">[]) {
  const rows = await db
    .select({ tenderId: contracts.tenderId, contractId: contracts.id, milestoneId: milestones.id })
    .from(contracts)
    .leftJoin(milestones, eq(milestones.contractId, contracts.id))
    .where(inArray(contracts.tenderId, [...tenderIds]));
  const subjects = new Map<string, Id<"tender">>(tenderIds.map((id) => [id, id]));
  for (const { tenderId, contractId, milestoneId } of rows) {
    subjects.set(contractId, tenderId);
    if (milestoneId) subjects.set(milestoneId, tenderId);
  }
  return subjects;
}
