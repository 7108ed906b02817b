import { eq } from "drizzle-orm";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import { writeToOffice, writeToPerson } from "#app/domain/mail/write.server.ts";
import type { Id } from "#app/values/id.ts";
import { one } from "#db/rows.ts";
import { objections } from "#db/schema/objections.ts";
import { tenders } from "#db/schema/tenders.ts";
import { about, type Told } from "./told.ts";

type Heard<Name extends HeardEvent["name"]> = Extract<HeardEvent, { name: Name }>;

/** The approvers, one of whom decides. */
export async function tellDecider(told: Told, event: Heard<"objection.made">) {
  const { tenderId, objectionId } = event;
  const { title, officeId } = await findObjection(told, objectionId);
  const letter = { tenderId, title, objectionId };
  const envelope = about(told, { kind: "objection.to_decide", about: letter });
  await writeToOffice(told.tx, { officeId, role: "approver" }, envelope);
}

/** Whoever objected, and nobody else: who it was is not public. */
export async function tellObjector(told: Told, event: Heard<"objection.decided">) {
  const { tenderId, objectionId, upheld } = event;
  const { title, reason, writtenBy } = await findObjection(told, objectionId);
  const letter = { tenderId, title, upheld, reason: reason ?? "" };
  await writeToPerson(
    told.tx,
    writtenBy,
    about(told, { kind: "objection.decided", about: letter }),
  );
}

async function findObjection({ tx }: Told, id: Id<"objection">) {
  return one(
    await tx
      .select({
        title: tenders.title,
        officeId: tenders.officeId,
        reason: objections.reason,
        writtenBy: objections.writtenBy,
      })
      .from(objections)
      .innerJoin(tenders, eq(tenders.id, objections.tenderId))
      .where(eq(objections.id, id)),
  );
}
