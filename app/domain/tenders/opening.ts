import type { Id } from "#app/values/id.ts";

/** Who holds a share of a tender's key: its two openers, and the platform for when one of them is missing. */
export type Holder = "a" | "b" | "platform";
export type HolderPair = "ab" | "ap" | "bp";

/** An opener's private key under her passphrase; both texts are base64url. */
export type SealedPrivateKey = { version: 1; salt: string; box: string };

/** A tender's private key under two random shares, each sealed to one holder of the pair; base64url. */
export type KeyCopy = {
  pair: HolderPair;
  wrapped: string;
  shares: { holder: Holder; sealedShare: string }[];
};

/** A share in clear, as a holder gives it to the opening; base64url. */
export type ReleasedShare = { pair: HolderPair; holder: Holder; share: string };

/** What a round's key shares are bound to: put into another tender's or round's row they release nothing there. */
export const sealName = (tenderId: string, round: number): string =>
  round === 1 ? tenderId : `${tenderId} ${round}`;

/** How many holders must take their turns before anything opens. */
export const TURNS_NEEDED = 2;

/** The fewest characters of an opener's passphrase. */
export const PASSPHRASE_LENGTH = 12;

/** Which share of the tender's key the person holds, if any. */
export function holderOf(
  tender: { openerAId: Id<"user"> | null; openerBId: Id<"user"> | null },
  userId: Id<"user">,
): "a" | "b" | undefined {
  if (tender.openerAId === userId) return "a";
  return tender.openerBId === userId ? "b" : undefined;
}
