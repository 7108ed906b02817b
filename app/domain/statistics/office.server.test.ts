import { expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { yuan } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { makeOffice } from "#db/seed/factories/accounts.ts";
import { makeReview } from "#db/seed/factories/delivery.ts";
import { makeFund, moveFund } from "#db/seed/factories/fund.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { repairSummaries } from "./check.server.ts";
import { countAgain } from "./count.server.ts";
import { findOfficeStatistics, listMonths } from "./office.server.ts";

test("an office reads its own months and where this year's money is", async () => {
  const offer = await makeOffer();
  await makeReview({ offerId: offer.id, overall: 5 });
  await makeReview({ offerId: offer.id, overall: 2 });
  await makeReview();
  await repairSummaries();
  while ((await countAgain()) > 0);
  const now = await databaseNow();
  const found = await findOfficeStatistics(offer, now);
  expect(found.months).toHaveLength(12);
  expect(found.total).toMatchObject({ delivered: 2, rated: 2, satisfied: 1 });
  expect(found.kinds).toMatchObject([
    { serviceType: "home_care", zh: "居家照护", delivered: 2, rated: 2, satisfied: 1 },
  ]);
  expect(await listMonths(offer.officeId)).toMatchObject([{ delivered: 2 }]);
});

test("funds of another year are left out, and an office without any reads zero", async () => {
  const now = await databaseNow();
  const year = Number(dayOf(now).slice(0, 4));
  const { id: officeId } = await makeOffice();
  expect(await findOfficeStatistics({ officeId }, now)).toMatchObject({ balances: [], kinds: [] });
  await makeFund({ officeId, year: year - 1 });
  const fund = await makeFund({ officeId, year, allocated: yuan(100) });
  await moveFund(fund.finance, fund.id, "publish", { amount: yuan(30) });
  expect((await findOfficeStatistics({ officeId }, now)).balances).toEqual([
    { account: "reserved", amount: yuan(30) },
    { account: "available", amount: yuan(70) },
  ]);
});
