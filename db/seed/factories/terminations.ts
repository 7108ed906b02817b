import type { Approver, Manager } from "#app/domain/act.ts";
import { agreeToTermination } from "#app/domain/contracts/agree-termination.server.ts";
import {
  proposeTermination,
  type TerminationWish,
} from "#app/domain/contracts/propose-termination.server.ts";
import { terminateContract } from "#app/domain/contracts/terminate.server.ts";
import type { Id } from "#app/values/id.ts";
import { actOf, makeOfficeActor } from "./accounts.ts";
import { codeOf } from "./second-factors.ts";

type Signed = { id: Id<"contract">; officeId: Id<"office">; manager: Manager; approver: Approver };

/** Proposes to end the contract because it is not kept, unless told otherwise. */
export async function makeTermination(
  contract: Pick<Signed, "id" | "officeId">,
  wish: Partial<Omit<TerminationWish, "contractId">> = {},
) {
  const officer = await makeOfficeActor("officer", contract.officeId);
  await proposeTermination(await actOf(officer), {
    contractId: contract.id,
    code: "breach",
    text: "连续两个月没有派人上门，经催告仍未改正。",
    mutual: false,
    ...wish,
  });
  return officer;
}

/** The organization's yes to a termination by agreement. */
export async function agreeToEnd({ id: contractId, manager }: Signed) {
  const code = await codeOf(manager);
  await agreeToTermination(await actOf(manager), { contractId, code });
}

/** The approver confirms the termination that was proposed. */
export async function confirmTermination({ id: contractId, approver }: Signed) {
  const code = await codeOf(approver);
  await terminateContract(await actOf(approver), { contractId, code });
}
