import { z } from "zod";
import { directGrounds, type MethodRules } from "#app/domain/tenders/profile.ts";
import { amount } from "#app/http/fields.server.ts";
import { yuanText } from "#app/values/money.ts";
import { percent, whole } from "./rule-numbers.server.ts";

const ticked = z
  .literal("on")
  .nullable()
  .default(null)
  .transform((value) => value === "on");

/** The rules of a method as their form sends them: days, points, people, percent and yuan. */
export const RulesForm = z
  .object({
    openDays: whole(1, 90),
    amendmentDays: whole(1, 90),
    consultingWorkingDays: whole(1, 60),
    finalOfferWorkingDays: whole(1, 30),
    standstillWorkingDays: whole(1, 60),
    signingDays: whole(1, 180),
    minimumBids: whole(1, 20),
    reducedBids: whole(1, 20).nullable().default(null),
    panelMinimum: whole(1, 15),
    odd: ticked,
    outsiders: whole(0, 15),
    residentRepresentatives: whole(0, 15),
    witnesses: whole(0, 15),
    expertPart: whole(0, 15),
    expertWhole: whole(1, 15),
    priceFrom: whole(0, 100),
    priceTo: whole(0, 100),
    lowerRank: ticked,
    othersMean: percent,
    secondLowest: percent,
    ceiling: percent,
    fileWorkingDays: whole(1, 60),
    answerWorkingDays: whole(1, 60),
    escalateWorkingDays: whole(1, 60),
    decideWorkingDays: whole(1, 90),
    valueCap: amount().nullable().default(null),
    supplierYearCap: amount().nullable().default(null),
    grounds: z.array(z.enum(directGrounds)).default([]),
    amendmentLimit: percent,
    reason: z.string().trim().min(2).max(500),
  })
  .refine(({ priceFrom, priceTo }) => priceFrom <= priceTo, {
    error: "bounds",
    path: ["priceTo"],
  })
  .refine(({ reducedBids, minimumBids }) => reducedBids === null || reducedBids < minimumBids, {
    error: "fewer",
    path: ["reducedBids"],
  });

type RulesValues = z.infer<typeof RulesForm>;

export function rulesFrom(values: RulesValues): MethodRules {
  const { openDays, amendmentDays, minimumBids, reducedBids, lowerRank, grounds } = values;
  const { standstillWorkingDays, consultingWorkingDays, signingDays } = values;
  const { fileWorkingDays, answerWorkingDays, escalateWorkingDays, decideWorkingDays } = values;
  const { outsiders, residentRepresentatives, witnesses, odd, panelMinimum } = values;
  const { valueCap, supplierYearCap, finalOfferWorkingDays } = values;
  const challenge = { fileWorkingDays, answerWorkingDays, escalateWorkingDays, decideWorkingDays };
  const people = { odd, outsiders, residentRepresentatives, witnesses };
  return {
    ...{ openDays, amendmentDays, minimumBids, reducedBids, lowerRank, grounds, challenge },
    ...{ standstillWorkingDays, consultingWorkingDays, signingDays, valueCap, supplierYearCap },
    finalOfferWorkingDays,
    panel: { minimum: panelMinimum, ...people, experts: [values.expertPart, values.expertWhole] },
    priceWeight: { from: values.priceFrom, to: values.priceTo },
    amendmentLimitBp: values.amendmentLimit,
    lowBid: {
      othersMeanBp: values.othersMean,
      secondLowestBp: values.secondLowest,
      ceilingBp: values.ceiling,
    },
  };
}

/** The rules as the values of their form. */
export function valuesOf(rules: MethodRules) {
  const { panel, priceWeight, challenge, lowBid, grounds, ...rest } = rules;
  const text = (value: number | null) => (value === null ? "" : String(value));
  const tick = (value: boolean) => (value ? "on" : "");
  const share = (bp: number) => String(bp / 100);
  return {
    openDays: text(rest.openDays),
    amendmentDays: text(rest.amendmentDays),
    consultingWorkingDays: text(rest.consultingWorkingDays),
    finalOfferWorkingDays: text(rest.finalOfferWorkingDays),
    standstillWorkingDays: text(rest.standstillWorkingDays),
    signingDays: text(rest.signingDays),
    minimumBids: text(rest.minimumBids),
    reducedBids: text(rest.reducedBids),
    panelMinimum: text(panel.minimum),
    odd: tick(panel.odd),
    outsiders: text(panel.outsiders),
    residentRepresentatives: text(panel.residentRepresentatives),
    witnesses: text(panel.witnesses),
    expertPart: text(panel.experts[0]),
    expertWhole: text(panel.experts[1]),
    priceFrom: text(priceWeight.from),
    priceTo: text(priceWeight.to),
    lowerRank: tick(rest.lowerRank),
    othersMean: share(lowBid.othersMeanBp),
    secondLowest: share(lowBid.secondLowestBp),
    ceiling: share(lowBid.ceilingBp),
    fileWorkingDays: text(challenge.fileWorkingDays),
    answerWorkingDays: text(challenge.answerWorkingDays),
    escalateWorkingDays: text(challenge.escalateWorkingDays),
    decideWorkingDays: text(challenge.decideWorkingDays),
    valueCap: rest.valueCap === null ? "" : yuanText(rest.valueCap),
    supplierYearCap: rest.supplierYearCap === null ? "" : yuanText(rest.supplierYearCap),
    grounds: [...grounds],
    amendmentLimit: share(rest.amendmentLimitBp),
  };
}
