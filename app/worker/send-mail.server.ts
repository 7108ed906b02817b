import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Letter } from "#app/domain/mail/letter.ts";
import { type MailPort, openMail } from "#app/gateways/mail.server.ts";
import { log } from "#app/http/log.server.ts";
import { minutes } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { outbox } from "#db/schema/mail.ts";
import { compose } from "./compose.server.ts";
import { nextTry } from "./next-try.ts";

const BATCH = 10;
const MOST_ATTEMPTS = 9;

/** While a letter is being sent nobody else takes it; if the process dies, somebody does after that. */
const LEASE = minutes(5);

/**
 * Sends the letters that are due, outside any transaction: claimed first, marked afterwards. Without a mail server they
 * are written and kept. A letter that is refused for good, or too often, is given up where the operator sees it.
 */
export async function sendMail(port: MailPort | undefined = openMail()): Promise<number> {
  const claimed = await posting(claim);
  for (const row of claimed) {
    const { id, address: to, language } = row;
    const written = compose({ kind: row.kind, about: row.about } as Letter, language);
    if (!port) {
      await mark(id, { state: "kept", ...written });
      continue;
    }
    const { body: text, subject } = written;
    const problem = await port.send({ id, to, subject, text });
    if (problem) await postpone(row, problem);
    else await mark(id, { state: "sent", ...written });
  }
  return claimed.length;
}

type Row = typeof outbox.$inferSelect;

/** A transaction that sees every letter; row-level security hides those about bids from all others. */
const posting = <Result>(work: (tx: Tx) => Promise<Result>) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.sending_mail', 'on', true)`);
    return await work(tx);
  });

async function claim(tx: Tx): Promise<Row[]> {
  const due = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, "waiting"), lte(outbox.nextAt, sql`clock_now()`)))
    .orderBy(asc(outbox.nextAt))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  if (due.length === 0) return [];
  return await tx
    .update(outbox)
    .set({ nextAt: nextTry(1, LEASE) })
    .where(
      inArray(
        outbox.id,
        due.map(({ id }) => id),
      ),
    )
    .returning();
}

type Done = { state: "sent" | "kept"; subject: string; body: string };

const mark = (id: Row["id"], done: Done) =>
  posting((tx) =>
    tx
      .update(outbox)
      .set({ ...done, sentAt: sql`clock_now()`, lastError: null })
      .where(eq(outbox.id, id)),
  );

type Problem = NonNullable<Awaited<ReturnType<MailPort["send"]>>>;

async function postpone({ id, attempts }: Row, { words, forGood }: Problem) {
  const tried = attempts + 1;
  const state = forGood || tried >= MOST_ATTEMPTS ? "given_up" : "waiting";
  log("warn", "letter not sent", { letter: id, attempts: tried, state, error: words });
  await posting((tx) =>
    tx
      .update(outbox)
      .set({ state, attempts: tried, nextAt: nextTry(tried, minutes(1)), lastError: words })
      .where(eq(outbox.id, id)),
  );
}
