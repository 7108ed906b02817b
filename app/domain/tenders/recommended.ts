import type { Id } from "#app/values/id.ts";

type Recommended = { recommendedBidId: Id<"bid"> | null; alsoRecommended: readonly Id<"bid">[] };

/** The bids that an officer put forward, best placed first; none before she did. */
export const recommendedBids = ({ recommendedBidId, alsoRecommended }: Recommended): Id<"bid">[] =>
  recommendedBidId ? [recommendedBidId, ...alsoRecommended] : [];

/** The same as a tender keeps them. */
export const asRecommended = ([recommendedBidId, ...alsoRecommended]: readonly [
  Id<"bid">,
  ...Id<"bid">[],
]) => ({ recommendedBidId, alsoRecommended });

type Naming = { bidId: Id<"bid">; alsoBidIds?: Id<"bid">[] };

/** Bids as events name them: the first, and the others where there are any. */
export const asNamed = ([bidId, ...also]: readonly [Id<"bid">, ...Id<"bid">[]]): Naming =>
  also.length > 0 ? { bidId, alsoBidIds: also } : { bidId };

/** The bids that an event names. */
export const namedBids = ({ bidId, alsoBidIds = [] }: Naming): Id<"bid">[] => [
  bidId,
  ...alsoBidIds,
];

/** Bids in the order of a ranking; those that are not in it are left out. */
export const inRankOrder = (
  ranking: readonly { bidId: string; rank: number }[],
  bidIds: readonly Id<"bid">[],
): Id<"bid">[] =>
  [...ranking]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ bidId }) => bidIds.filter((one) => one === bidId));
