import { and, eq, sql } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { outbox } from "#db/schema/mail.ts";

/** The operator has a letter that was given up sent again, to the address that its reader has by now; a second click finds nothing to do. */
export async function sendLetterAgain(act: Act<Operator>, letterId: Id<"letter">): Promise<void> {
  await db.transaction(async (tx) => {
    const [letter] = await tx
      .update(outbox)
      .set({
        state: "waiting",
        attempts: 0,
        nextAt: act.at,
        address: sql`coalesce((select email from users where users.id = ${outbox.toUserId}), ${outbox.address})`,
      })
      .where(and(eq(outbox.id, letterId), eq(outbox.state, "given_up")))
      .returning({ id: outbox.id });
    if (letter) await record(tx, act, null, { name: "letter.sent_again", letterId });
  });
}
