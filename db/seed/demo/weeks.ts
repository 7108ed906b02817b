import type { Resident } from "#app/domain/act.ts";
import type { Street } from "./buying.ts";
import { offerHaircuts } from "./haircuts.ts";
import { settleCarers } from "./neighbours.ts";
import type { buyServices } from "./purchases.ts";
import { bookAhead, offerDayCare, offerHomeCare, serveSeat, serveVisit } from "./serving.ts";
import { goBack, goToNow } from "./time.ts";

const ratings = [5, 5, 4, 5, 4, 5, 3, 5, 5, 4] as const;

/** Seven weeks of visits and half days, and what is booked for the days to come. */
export async function livePastWeeks(
  street: Street,
  contracts: Awaited<ReturnType<typeof buyServices>>,
  neighbours: Resident[],
): Promise<void> {
  const workers = await settleCarers(contracts.homeCare.manager.organizationId);
  await goBack(58, 9);
  const homeCare = await offerHomeCare(street, contracts.homeCare, workers);
  const dayCare = await offerDayCare(street, contracts.dayCare, workers);
  await offerHaircuts(street, contracts.haircuts, workers);
  for (let round = 0; round < 24; round += 1) {
    const resident = neighbours[round % neighbours.length];
    if (!resident) break;
    const overall = round % 4 === 3 ? undefined : ratings[round % ratings.length];
    const visit = { daysAgo: 52 - 2 * round, resident, workers, ...(overall && { overall }) };
    await serveVisit(homeCare, visit);
    await serveSeat(dayCare, { ...visit, daysAgo: 51 - 2 * round });
  }
  await goToNow();
  for (const [index, resident] of neighbours.slice(0, 3).entries()) {
    await bookAhead(homeCare, resident, index + 1);
  }
}
