import { eq } from "drizzle-orm";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import type { Letters } from "#app/domain/mail/letter.ts";
import {
  writeToBidders,
  writeToOffice,
  writeToOrganization,
} from "#app/domain/mail/write.server.ts";
import type { Id } from "#app/values/id.ts";
import { one } from "#db/rows.ts";
import { challenges } from "#db/schema/challenges.ts";
import { tenders } from "#db/schema/tenders.ts";
import { about, type Told } from "./told.ts";

type Heard<Name extends HeardEvent["name"]> = Extract<HeardEvent, { name: Name }>;

const handling = {
  "challenge.filed": { role: "officer", what: "answer" },
  "challenge.answered": { role: "approver", what: "decide" },
  "challenge.escalated": { role: "supervisor", what: "rule" },
} as const;

/** Whoever has to answer, decide or rule, and by when. */
export async function tellHandlers(told: Told, event: Heard<keyof typeof handling>) {
  const { challengeId, tenderId } = event;
  const { role, what } = handling[event.name];
  const { officeId, title, challenge } = await findChallenge(told, challengeId);
  const until = (what === "rule" ? challenge.rulingDueAt : challenge.answerDueAt) ?? null;
  const letter = { tenderId, title, challengeId, what, until: until?.toISOString() ?? null };
  const envelope = about(told, { kind: "challenge.to_handle", about: letter });
  await writeToOffice(told.tx, { officeId, role }, envelope);
}

/** The challenger and everybody who bid, who before the deadline do not know of one another. */
export async function tellOfOutcome(
  told: Told,
  event: Heard<"challenge.decided" | "challenge.ruled">,
) {
  const { challengeId, tenderId, reason } = event;
  const { title, challenge } = await findChallenge(told, challengeId);
  const letter = { tenderId, title, outcome: outcomeOf(event), reason };
  const envelope = about(told, { kind: "challenge.outcome", about: letter });
  await writeToOrganization(told.tx, challenge.organizationId, envelope, tenderId);
  await writeToBidders(told.tx, tenderId, envelope);
}

type Outcome = Letters["challenge.outcome"]["outcome"];

function outcomeOf(event: Heard<"challenge.decided" | "challenge.ruled">): Outcome {
  if (event.name === "challenge.decided") return event.accepted ? "accepted" : "rejected";
  return event.upheld ? "upheld" : "dismissed";
}

/** Everybody who bid, when the tender stops and when it goes on. */
export async function tellOfStandstill(
  told: Told,
  event: Heard<"tender.suspended" | "tender.resumed">,
) {
  const { tenderId, reason } = event;
  const { title } = one(
    await told.tx.select({ title: tenders.title }).from(tenders).where(eq(tenders.id, tenderId)),
  );
  const letter =
    event.name === "tender.suspended"
      ? about(told, { kind: event.name, about: { tenderId, title, reason } })
      : about(told, {
          kind: event.name,
          about: { tenderId, title, reason, deadline: event.deadline, until: event.until },
        });
  await writeToBidders(told.tx, tenderId, letter);
}

async function findChallenge({ tx }: Told, id: Id<"challenge">) {
  return one(
    await tx
      .select({ challenge: challenges, officeId: tenders.officeId, title: tenders.title })
      .from(challenges)
      .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
      .where(eq(challenges.id, id)),
  );
}
