import { eq } from "drizzle-orm";
import { objectToTender } from "#app/domain/objections/object.server.ts";
import { findRules } from "#app/domain/tenders/rules.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "../../client.server.ts";
import { tenders } from "../../schema/index.ts";
import { actOf, makeManager, makeOrganization } from "./accounts.ts";
import { makePublicisedTender } from "./awards.ts";

type Wish = { officeId?: Id<"office"> };

/** A direct purchase whose result stands in public; the one organization that was asked is `supplier`. */
export async function makePublicisedDirect(wish: Wish = {}) {
  const { id: organizationId } = await makeOrganization();
  const supplier = await makeManager(organizationId);
  const { minimumBids, standstillWorkingDays } = await findRules("community", "direct");
  const made = await makePublicisedTender({
    ...wish,
    rules: { minimumBids, standstillWorkingDays },
    bidders: [{ organizationId, price: yuan(28_000) }],
    ceiling: yuan(30_000),
    criteria: [{ kind: "price", name: "报价", weight: 100 }],
  });
  const tenderId: Id<"tender"> = made.tender.id;
  await db
    .update(tenders)
    .set({
      method: "direct",
      invitedOrganizationId: organizationId,
      directGround: "continuity",
      directReason: "系统由这一家开发，换人要重做数据。",
    })
    .where(eq(tenders.id, tenderId));
  return { ...made, tenderId, supplier };
}

/** The same, with an objection that waits for a decision. */
export async function makeObjection(wish: Wish = {}) {
  const direct = await makePublicisedDirect(wish);
  const objector = await makeManager();
  const said = { tenderId: direct.tenderId, text: "南湖还有两家机构能做，请公开比选。" };
  return { ...direct, objector, objectionId: await objectToTender(await actOf(objector), said) };
}
