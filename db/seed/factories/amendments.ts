import { asc, eq } from "drizzle-orm";
import type { Approver, Manager } from "#app/domain/act.ts";
import { agreeToAmendment } from "#app/domain/contracts/agree-amendment.server.ts";
import { redivided } from "#app/domain/contracts/amendment.ts";
import {
  type AmendmentWish,
  proposeAmendment,
} from "#app/domain/contracts/propose-amendment.server.ts";
import { signAmendment } from "#app/domain/contracts/sign-amendment.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { contracts, milestones } from "../../schema/index.ts";
import { actOf, makeOfficeActor } from "./accounts.ts";
import { codeOf } from "./second-factors.ts";

type Signed = { id: Id<"contract">; officeId: Id<"office">; manager: Manager; approver: Approver };
type Wish = Partial<Omit<AmendmentWish, "contractId">>;

/** The unclaimed milestones as they are, the last one changed by what the value changes. */
export async function partsAfter(contractId: Id<"contract">, valueChange: number) {
  const all = await db
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contractId))
    .orderBy(asc(milestones.position));
  const kept = redivided(all, []).kept.length;
  const parts = all.slice(kept).map(({ name, dueOn, cap }) => ({ name, dueOn, cap }));
  return parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, cap: fen(part.cap + valueChange) } : part,
  );
}

/** Proposes a change of the contract: of nothing but its wording unless told otherwise. */
export async function makeAmendment(contract: Pick<Signed, "id" | "officeId">, wish: Wish = {}) {
  const officer = await makeOfficeActor("officer", contract.officeId);
  const valueChange = wish.valueChange ?? fen(0);
  return await proposeAmendment(await actOf(officer), {
    contractId: contract.id,
    code: "content",
    text: "每次上门增加测血糖一项，其他不变。",
    valueChange,
    quantityChange: 0,
    newEndsOn: null,
    parts: wish.parts ?? (await partsAfter(contract.id, valueChange)),
    ...wish,
  });
}

/** A change that both sides have signed, with the contract as it left it. */
export async function makeSignedAmendment(contract: Signed, wish: Wish = {}) {
  const amendmentId = await makeAmendment(contract, wish);
  const { id: contractId, approver, manager } = contract;
  const at = { contractId, amendmentId };
  await agreeToAmendment(await actOf(approver), { ...at, code: await codeOf(approver) });
  await signAmendment(await actOf(manager), { ...at, code: await codeOf(manager) });
  return one(await db.select().from(contracts).where(eq(contracts.id, contractId)));
}
