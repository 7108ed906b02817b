import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { milestones } from "#db/schema/index.ts";
import { makePaidMilestone } from "#db/seed/factories/delivery.ts";
import { findContractNumbers } from "./contract-numbers.server.ts";
import { findTimeToPay } from "./time-to-pay.server.ts";

/** A milestone that was paid `paid` days ago, `waited` days after it was accepted. */
async function paidAfter(
  waited: number,
  officeId?: Parameters<typeof makePaidMilestone>[0],
  paid = 1,
) {
  const made = await makePaidMilestone(officeId);
  const paidAt = addTo(await databaseNow(), -days(paid));
  await db
    .update(milestones)
    .set({ paidAt, acceptedAt: addTo(paidAt, -days(waited)) })
    .where(eq(milestones.id, made.milestone.id));
  return made.contract;
}

test("the time to pay is the median in days of the last year, of the office and of all, with its n", async () => {
  expect(await findTimeToPay()).toEqual({ n: 0, median: null });
  const { id, officeId } = await paidAfter(2);
  await paidAfter(9, { officeId });
  await paidAfter(4, { officeId });
  await paidAfter(60, { officeId }, 400);
  await paidAfter(30);
  expect(await findTimeToPay(id)).toEqual({ n: 3, median: 4 });
  expect(await findTimeToPay()).toEqual({ n: 4, median: 6.5 });
  expect((await findContractNumbers(id))?.timeToPay).toEqual({ n: 3, median: 4 });
});
