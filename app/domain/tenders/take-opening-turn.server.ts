import { and, eq } from "drizzle-orm";
import { noteFailedAttempt, refuseTooManyAttempts } from "#app/domain/accounts/attempts.server.ts";
import type { Act, Opener } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { tenderKeys } from "#db/schema/bids.ts";
import { KeyShareError } from "./key-box.server.ts";
import { releaseShares } from "./key-shares.server.ts";
import { lockOpenerKey } from "./make-opener-key.server.ts";
import { keepTurn, lockOpening } from "./open-when-two.server.ts";
import { holderOf, sealName } from "./opening.ts";

export type OpeningTurn = { tenderId: Id<"tender">; passphrase: string };

/** Wrong passphrases of one opener within a quarter of an hour. */
const ATTEMPTS = 5;

/**
 * An opener releases her share of the tender's key after the deadline; the second turn opens the bids in the same
 * transaction. A wrong passphrase changes nothing but the count of her attempts.
 */
export async function takeOpeningTurn(act: Act<Opener>, turn: OpeningTurn) {
  const outcome = await db.transaction((tx) => takeTurn(tx, act, turn));
  if (outcome === "wrong_passphrase") throw new Refusal("opening.wrong_passphrase");
  return outcome;
}

async function takeTurn(tx: Tx, { by }: Act<Opener>, { tenderId, passphrase }: OpeningTurn) {
  const tender = await lockOpening(tx, by.officeId, tenderId);
  const holder = holderOf(tender, by.userId);
  const key = holder && (await lockOpenerKey(tx, by.userId));
  if (!key) throw new Refusal("opening.no_key");
  const attempts = { subject: `opener:${by.userId}`, now: tender.now };
  await refuseTooManyAttempts(tx, { ...attempts, limit: ATTEMPTS });

  const { sealedPrivateKey } = key;
  const copies = await copiesOf(tx, tender);
  const own = { sealedPrivateKey, passphrase };
  const released = await releaseShares(holder, own, copies, sealName(tenderId, tender.round)).catch(
    unlessWrong,
  );
  if (!released) {
    await noteFailedAttempt(tx, attempts);
    return "wrong_passphrase";
  }
  return await keepTurn(tx, { by, at: tender.now }, tender, { holder, released, copies });
}

/** The three wrapped copies of the private key of the tender's round. */
export async function copiesOf(tx: Tx, { id, round }: { id: Id<"tender">; round: number }) {
  const { copies } = one(
    await tx
      .select({ copies: tenderKeys.copies })
      .from(tenderKeys)
      .where(and(eq(tenderKeys.tenderId, id), eq(tenderKeys.round, round))),
  );
  return copies;
}

function unlessWrong(error: unknown): undefined {
  if (error instanceof KeyShareError && error.problem === "wrong_passphrase") return undefined;
  throw error;
}
