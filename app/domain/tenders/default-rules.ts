import { yuan } from "#app/values/money.ts";
import type { MethodRules, RuleBook } from "./profile.ts";
import { directGrounds } from "./profile.ts";
import { methods } from "./tender.ts";
import type { ThresholdBand } from "./thresholds.ts";

const periods = {
  finalOfferWorkingDays: 1,
  consultingWorkingDays: 3,
  challenge: {
    fileWorkingDays: 7,
    answerWorkingDays: 7,
    escalateWorkingDays: 15,
    decideWorkingDays: 30,
  },
  signingDays: 30,
  amendmentLimitBp: 1_000,
  lowBid: { othersMeanBp: 5_000, secondLowestBp: 5_000, ceilingBp: 4_500 },
};

const uncapped = { reducedBids: null, valueCap: null, supplierYearCap: null, grounds: [] };

const neighbours = {
  minimum: 3,
  odd: true,
  outsiders: 1,
  residentRepresentatives: 1,
  witnesses: 0,
  experts: [0, 1],
} as const satisfies MethodRules["panel"];

const twoPeople = {
  minimum: 2,
  odd: false,
  outsiders: 0,
  residentRepresentatives: 0,
  witnesses: 1,
  experts: [0, 1],
} as const satisfies MethodRules["panel"];

const experts = (minimum: number) =>
  ({
    minimum,
    odd: true,
    outsiders: 0,
    residentRepresentatives: 0,
    witnesses: 0,
    experts: [2, 3],
  }) as const satisfies MethodRules["panel"];

const openToNeighbours: MethodRules = {
  ...periods,
  ...uncapped,
  openDays: 7,
  amendmentDays: 3,
  minimumBids: 3,
  panel: neighbours,
  priceWeight: { from: 10, to: 30 },
  standstillWorkingDays: 3,
  lowerRank: true,
};

const openByStatute: MethodRules = {
  ...periods,
  ...uncapped,
  openDays: 20,
  amendmentDays: 15,
  minimumBids: 3,
  panel: experts(5),
  priceWeight: { from: 10, to: 100 },
  standstillWorkingDays: 7,
  lowerRank: false,
};

/**
 * The rules that a new installation starts with; the operator changes them as data. `community` is the platform's own
 * measure for purchases below the statutory threshold; `statutory` follows 政府采购法 and its regulations
 * (87号令 for open tenders, 214号 for competitive consultation, 110号令 for framework agreements).
 */
export const defaultRules = {
  community: {
    open_scored: openToNeighbours,
    consult: { ...openToNeighbours, openDays: 5, reducedBids: 2 },
    lowest_price: {
      ...openToNeighbours,
      openDays: 3,
      amendmentDays: 1,
      panel: twoPeople,
      priceWeight: { from: 100, to: 100 },
      standstillWorkingDays: 2,
    },
    direct: {
      ...openToNeighbours,
      openDays: 1,
      amendmentDays: 1,
      minimumBids: 1,
      panel: twoPeople,
      priceWeight: { from: 100, to: 100 },
      standstillWorkingDays: 5,
      supplierYearCap: yuan(200_000),
      grounds: [...directGrounds],
    },
    two_way: {
      ...openToNeighbours,
      openDays: 5,
      minimumBids: 1,
      priceWeight: { from: 0, to: 0 },
      valueCap: yuan(50_000),
    },
    panel: openToNeighbours,
  },
  statutory: {
    open_scored: openByStatute,
    consult: {
      ...openByStatute,
      openDays: 10,
      amendmentDays: 5,
      reducedBids: 2,
      panel: experts(3),
      priceWeight: { from: 10, to: 30 },
    },
    lowest_price: { ...openByStatute, priceWeight: { from: 100, to: 100 } },
    direct: {
      ...openByStatute,
      openDays: 1,
      amendmentDays: 1,
      minimumBids: 1,
      panel: experts(3),
      priceWeight: { from: 100, to: 100 },
      standstillWorkingDays: 5,
      grounds: ["only_supplier", "emergency", "continuity"],
    },
    panel: openByStatute,
  },
} as const satisfies RuleBook;

const community = ["open_scored", "consult", "panel"] as const;
const statutory = ["open_scored", "consult", "lowest_price", "direct", "panel"] as const;

/** The thresholds that a new installation starts with. */
export const defaultThresholds: ThresholdBand[] = [
  { below: yuan(100_000), allowed: { community: [...methods], statutory: [...statutory] } },
  {
    below: yuan(400_000),
    allowed: {
      community: ["open_scored", "consult", "lowest_price", "panel"],
      statutory: [...statutory],
    },
  },
  { below: yuan(1_000_000), allowed: { community: [...community], statutory: [...statutory] } },
  { below: null, allowed: { community: [], statutory: [...statutory] } },
];
