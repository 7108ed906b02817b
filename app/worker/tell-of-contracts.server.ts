import { eq } from "drizzle-orm";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { writeToOffice, writeToOrganization } from "#app/domain/mail/write.server.ts";
import { one } from "#db/rows.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { about, type Told } from "./told.ts";

type OfMilestone = Extract<
  HeardEvent,
  { name: "milestone.sent_back" | "milestone.accepted" | "milestone.paid" }
>;

/** A contract waits for both its signatures: the winner's, and an approver's of the office. */
export async function tellOfContract(
  told: Told,
  { contractId }: Extract<HeardEvent, { name: "contract.drawn_up" }>,
) {
  const { tx } = told;
  const { officeId, organizationId, title, number } = one(
    await tx.select().from(contracts).where(eq(contracts.id, contractId)),
  );
  const toSign = (side: "office" | "organization") =>
    about(told, { kind: "contract.to_sign", about: { contractId, title, number, side } });
  await writeToOrganization(tx, organizationId, toSign("organization"));
  await writeToOffice(tx, { officeId, role: "approver" }, toSign("office"));
}

export async function tellOfMilestone(told: Told, event: OfMilestone) {
  const { milestoneId } = event;
  const { organizationId, ...milestone } = one(
    await told.tx
      .select({
        name: milestones.name,
        contract: contracts.title,
        organizationId: contracts.organizationId,
      })
      .from(milestones)
      .innerJoin(contracts, eq(contracts.id, milestones.contractId))
      .where(eq(milestones.id, milestoneId)),
  );
  const letter = letterOf(event, { milestoneId, ...milestone });
  await writeToOrganization(told.tx, organizationId, about(told, letter));
}

type Milestone = { milestoneId: OfMilestone["milestoneId"]; contract: string; name: string };

function letterOf(event: OfMilestone, of: Milestone): Letter {
  if (event.name === "milestone.sent_back") {
    return { kind: event.name, about: { ...of, reason: event.reason } };
  }
  return { kind: event.name, about: { ...of, pay: event.pay } };
}
