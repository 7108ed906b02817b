import { inArray } from "drizzle-orm";
import type { PublicKeyJwk } from "#app/domain/bids/envelope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { env } from "#app/env.server.ts";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { openerKeys, tenderKeys } from "#db/schema/bids.ts";
import { makeTenderKey, platformKeyPair } from "./key-shares.server.ts";
import { sealName } from "./opening.ts";

type PublicKeys = { a: PublicKeyJwk | null | undefined; b: PublicKeyJwk | null | undefined };

/** The key pair that the bids of a tender's round are sealed to; refused where an opener has no key of her own. */
export async function makeRoundKey(
  tx: Tx,
  { id: tenderId, round }: { id: Id<"tender">; round: number },
  { a, b }: PublicKeys,
): Promise<void> {
  if (!a || !b) throw new Refusal("tender.not_ready");
  const platform = (await platformKeyPair(env.platformKey)).publicKey;
  const holders = { a, b, platform };
  const { publicKeyJwk, copies } = await makeTenderKey(holders, sealName(tenderId, round));
  await tx.insert(tenderKeys).values({ tenderId, round, publicKey: publicKeyJwk, copies });
}

type Openers = { openerAId: Id<"user"> | null; openerBId: Id<"user"> | null };

/** The public keys of a tender's two openers, as far as they have any. */
export async function readOpenerKeys(reader: Tx | typeof db, { openerAId, openerBId }: Openers) {
  const openerIds = [openerAId, openerBId].filter((opener) => opener !== null);
  const keys = await reader
    .select({ userId: openerKeys.userId, publicKey: openerKeys.publicKey })
    .from(openerKeys)
    .where(inArray(openerKeys.userId, openerIds));
  const keyOf = (opener: Id<"user"> | null) =>
    keys.find(({ userId }) => userId === opener)?.publicKey;
  return { a: keyOf(openerAId), b: keyOf(openerBId) };
}
