import type { Manager, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { setWeeklyHours } from "#app/domain/organizations/set-weekly-hours.server.ts";
import { draftOffer } from "#app/domain/services/draft-offer.server.ts";
import { nameStaff } from "#app/domain/services/name-staff.server.ts";
import { publishOffer } from "#app/domain/services/publish-offer.server.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, yuan } from "#app/values/money.ts";
import type { Street } from "./buying.ts";
import { settleWorker } from "./people.ts";
import { sixDays, usualTerms } from "./serving.ts";

type Won = { id: Id<"contract">; manager: Manager };

/** Both winners cut hair at home: the first for ¥30 by its own carers, the second for ¥27 by one more. */
export async function offerHaircuts(street: Street, contracts: readonly Won[], carers: Worker[]) {
  for (const [index, contract] of contracts.entries()) {
    const { organizationId } = contract.manager;
    const barbers = carers.filter((carer) => carer.organizationId === organizationId);
    if (barbers.length === 0) {
      const barber = await settleWorker(organizationId, "吴兰芳", "wulanfang");
      await setWeeklyHours(await at(contract.manager), barber.workerId, sixDays);
      barbers.push(barber);
    }
    await offerHaircut(street, contract, { barbers, price: yuan(30 - 3 * index) });
  }
}

type Terms = { barbers: Worker[]; price: Fen };

async function offerHaircut(street: Street, { id, manager: by }: Won, { barbers, price }: Terms) {
  const offerId = await draftOffer(await at(by), {
    ...usualTerms(street),
    contractId: id,
    mode: "visit",
    title: "老人上门理发",
    description: "理发师上门，自带工具和围布，理完清扫。",
    serviceType: "haircut",
    price,
    durationMinutes: 40,
    bufferAfterMinutes: 20,
    siteId: null,
  });
  const staff = barbers.map(({ workerId }) => workerId);
  await nameStaff(await at(by), offerId, staff);
  await publishOffer(await at(by), offerId);
}

const at = async (by: Manager) => ({ by, at: await databaseNow() });
