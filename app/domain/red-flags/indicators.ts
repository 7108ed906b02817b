import { methodSettings } from "#app/domain/tenders/method.ts";
import { WHOLE } from "#app/values/basis-points.ts";
import type { Fen } from "#app/values/money.ts";
import { dayOf, days, monthOf } from "#app/values/time.ts";
import {
  type Finding,
  type FlaggedBid,
  type Purchase,
  type RedFlag,
  type RedFlagBounds,
  redFlags,
  type Sighting,
} from "./red-flag.ts";

type Indicator = (purchases: readonly Purchase[], bounds: RedFlagBounds) => Omit<Finding, "flag">;

/** What every indicator finds among the purchases, in the order in which they are listed. */
export const findFlags = (purchases: readonly Purchase[], bounds: RedFlagBounds): Finding[] =>
  redFlags.map((flag) => ({ flag, ...indicators[flag](purchases, bounds) }));

const indicators: Record<RedFlag, Indicator> = {
  single_bid: (purchases, bounds) => {
    const competed = purchases.flatMap(opened).filter(isCompetition);
    return {
      examined: competed.length,
      sightings: competed
        .filter(({ bids }) => bids.length <= bounds.bids)
        .map((purchase) =>
          sighting([purchase], [], purchase.bids.length, purchase.rules.minimumBids),
        ),
    };
  },

  short_period: (purchases, bounds) => {
    const open = purchases.filter(isCompetition);
    const took = ({ publishedAt, deadline }: Purchase) =>
      deadline.getTime() - publishedAt.getTime();
    return {
      examined: open.length,
      sightings: open
        .filter((purchase) => took(purchase) < days(bounds.shortDays))
        .map((purchase) => sighting([purchase], [], took(purchase), days(purchase.rules.openDays))),
    };
  },

  late_amendment: (purchases, { lateDays }) => ({
    examined: purchases.length,
    sightings: purchases.flatMap((purchase) => {
      const { leftAtAmendment: left } = purchase;
      const late = left !== null && left < days(lateDays);
      return late ? [sighting([purchase], [], left, days(lateDays))] : [];
    }),
  }),

  others_dropped: (purchases, bounds) => {
    const decided = purchases.flatMap(won).filter(isCompetition);
    return {
      examined: decided.length,
      sightings: decided.flatMap(({ purchase, winners, ...each }) => {
        const others = each.bids.filter(({ winner }) => !winner);
        const all = others.every(({ disqualified }) => disqualified);
        if (!all || others.length < bounds.othersDropped) return [];
        return [sighting([purchase], namesOf(winners), others.length, each.bids.length)];
      }),
    };
  },

  heavy_discount: (purchases, { discountBp }) =>
    pricesOf(purchases, (price, ceiling) => atLeast(ceiling - price, ceiling, discountBp)),

  near_ceiling: (purchases, { ceilingBp }) =>
    pricesOf(purchases, (price, ceiling) => atLeast(price, ceiling, ceilingBp)),

  split: (purchases, { splitBp }) => {
    const limited = purchases.flatMap((purchase) =>
      purchase.limit !== null && !methodSettings[purchase.method].open
        ? [{ ...purchase, limit: purchase.limit }]
        : [],
    );
    const alike = groupedBy(limited, ({ serviceType, publishedAt }) =>
      [serviceType, monthOf(dayOf(publishedAt)).slice(0, 4)].join(),
    );
    return {
      examined: limited.length,
      sightings: alike.flatMap((group) => {
        const limit = Math.min(...group.map((one) => one.limit));
        const below = group.filter(({ ceiling }) => ceiling < limit);
        const total = below.reduce((sum, { ceiling }) => sum + ceiling, 0);
        const split = below.length > 1 && atLeast(total, limit, splitBp);
        return split ? [sighting(below, [], total, limit)] : [];
      }),
    };
  },

  repeated_winner: (purchases, { wins, winsBp }) => {
    const decided = purchases.flatMap(won);
    const awards = decided.flatMap(({ purchase, winners }) =>
      winners.map((winner) => ({ purchase, winner })),
    );
    const byWinner = groupedBy(awards, ({ winner }) => winner.organizationId);
    return {
      examined: decided.length,
      sightings: byWinner
        .filter((own) => own.length >= wins && atLeast(own.length, awards.length, winsBp))
        .map((own) =>
          sighting(
            own.map(({ purchase }) => purchase),
            namesOf(own.slice(0, 1).map(({ winner }) => winner)),
            own.length,
            awards.length,
          ),
        ),
    };
  },
};

/** The purchases whose winning price, beside the ceiling, is as `looks` says. */
function pricesOf(purchases: readonly Purchase[], looks: (price: Fen, ceiling: Fen) => boolean) {
  const decided = purchases.flatMap(won);
  return {
    examined: decided.length,
    sightings: decided.flatMap(({ purchase, winners }) =>
      winners.flatMap(({ price, organization }) =>
        price !== null && looks(price, purchase.ceiling)
          ? [sighting([purchase], [organization], price, purchase.ceiling)]
          : [],
      ),
    ),
  };
}

const sighting = (
  purchases: readonly Purchase[],
  organizations: string[],
  measured: number,
  against: number,
): Sighting => ({
  tenders: purchases.map(({ tenderId, title, publishedAt }) => ({ tenderId, title, publishedAt })),
  organizations,
  measured,
  against,
});

const opened = (purchase: Purchase) =>
  purchase.bids === null ? [] : [{ ...purchase, bids: purchase.bids }];

/** The purchase with its winners, once these are public. */
function won(purchase: Purchase) {
  const bids = purchase.bids ?? [];
  const winners = bids.filter(({ winner }) => winner);
  return winners.length > 0 ? [{ purchase, winners, bids, method: purchase.method }] : [];
}

/** Where one organization alone is asked, one bid is no surprise. */
const isCompetition = ({ method }: Pick<Purchase, "method">) =>
  methodSettings[method].entrance === "everybody";

const namesOf = (bids: readonly FlaggedBid[]): string[] =>
  bids.map(({ organization }) => organization);

function groupedBy<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[][] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return [...groups.values()];
}

const atLeast = (part: number, whole: number, rateBp: number): boolean =>
  BigInt(part) * BigInt(WHOLE) >= BigInt(whole) * BigInt(rateBp);
