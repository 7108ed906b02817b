import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { outbox } from "#db/schema/mail.ts";
import { memberships } from "#db/schema/memberships.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Letter } from "./letter.ts";

export type Envelope = {
  /** What is told, such as an event's id: with it a person gets one letter, however often it is written. */
  key: string;
  at: Date;
  letter: Letter;
};

/**
 * A letter to each manager of an organization who gave an address. With `secretUntilDeadlineOf` nobody else learns of
 * it before that tender's deadline.
 */
export async function writeToOrganization(
  tx: Tx,
  organizationId: Id<"organization">,
  envelope: Envelope,
  secretUntilDeadlineOf?: Id<"tender">,
) {
  const managers = and(
    eq(memberships.organizationId, organizationId),
    eq(memberships.role, "manager"),
  );
  const secret = secretUntilDeadlineOf && { tenderId: secretUntilDeadlineOf, organizationId };
  await write(tx, managers, envelope, secret);
}

/** A letter to each manager of every organization that the operator has verified, and who gave an address. */
export async function writeToVerifiedOrganizations(tx: Tx, envelope: Envelope) {
  const verified = tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(isNotNull(organizations.verifiedAt));
  const managers = and(
    inArray(memberships.organizationId, verified),
    eq(memberships.role, "manager"),
  );
  await write(tx, managers, envelope, undefined);
}

/** A letter to everybody who has the role in an office and gave an address. */
export async function writeToOffice(
  tx: Tx,
  { officeId, role }: { officeId: Id<"office">; role: OfficeRole },
  envelope: Envelope,
) {
  await write(
    tx,
    and(eq(memberships.officeId, officeId), eq(memberships.role, role)),
    envelope,
    undefined,
  );
}

/** A letter to one person, if she gave an address. */
export async function writeToPerson(tx: Tx, userId: Id<"user">, envelope: Envelope) {
  await write(tx, eq(users.id, userId), envelope, undefined);
}

/**
 * A letter to every bidder of a tender whose bid stands. The database itself writes them, so that before the deadline
 * not even the sender learns who, or how many, they are.
 */
export async function writeToBidders(tx: Tx, tenderId: Id<"tender">, envelope: Envelope) {
  const { key, at, letter } = envelope;
  await tx.execute(sql`select write_to_bidders(${tenderId}::uuid, ${key}, ${letter.kind},
    ${JSON.stringify(letter.about)}::jsonb, ${at.toISOString()}::timestamptz)`);
}

type Secret = { tenderId: Id<"tender">; organizationId: Id<"organization"> } | undefined;

async function write(tx: Tx, whom: SQL | undefined, envelope: Envelope, secret: Secret) {
  const { key, at, letter } = envelope;
  const recipients = await tx
    .selectDistinct({ id: users.id, email: users.email, language: users.mailLanguage })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(whom, isNotNull(users.email), isNull(users.disabledAt)));
  const rows = recipients.map(({ id, email, language }) => ({
    key: `${key}:${id}`,
    ...letter,
    toUserId: id,
    address: email ?? "",
    language,
    ...secret,
    nextAt: at,
    createdAt: at,
  }));
  if (rows.length > 0) await tx.insert(outbox).values(rows).onConflictDoNothing();
}
