import { agreeToAmendment } from "#app/domain/contracts/agree-amendment.server.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAmendment } from "#db/seed/factories/amendments.ts";
import { makeAwardedTender } from "#db/seed/factories/awards.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { topUpFund } from "#db/seed/factories/fund.ts";
import { codeOf, makeSecondFactor } from "#db/seed/factories/second-factors.ts";
import { confirmTermination, makeTermination } from "#db/seed/factories/terminations.ts";
import type { FormRow } from "./form-row.ts";

const { office, organization } = paths;
/** Where wrong codes are counted and used ones remembered. */
const failedCodes = ["sign_in_failures", "second_factors"];
const strangerIn = async (role: Parameters<typeof makeOfficeActor>[0]) =>
  (await makeOfficeActor(role)).userId;

/** A contract in force, its officer, and one of the same office that is over. */
async function active() {
  const contract = await makeActiveContract();
  await topUpFund(contract);
  const { userId: officer } = await makeOfficeActor("officer", contract.officeId);
  const over = await makeActiveContract({ officeId: contract.officeId });
  await makeTermination(over);
  await confirmTermination(over);
  return { contract, officer, over, stranger: await strangerIn("officer") };
}

/** Who signs with her authenticator, and somebody else with hers. */
async function signer(who: { userId: Id<"user"> }, other: { userId: Id<"user"> }) {
  await makeSecondFactor(who.userId);
  const codeFrom = (person: typeof who) => async () => ({ code: await codeOf(person) });
  const strangerTypes = codeFrom(other);
  return { who: who.userId, right: codeFrom(who), stranger: other.userId, strangerTypes };
}

async function proposed() {
  const { contract, over } = await active();
  const amendmentId = await makeAmendment(contract);
  return { contract, over, amendmentId, at: [contract.id, amendmentId] as const };
}

async function agreed() {
  const made = await proposed();
  const { approver, id: contractId } = made.contract;
  const wish = { contractId, amendmentId: made.amendmentId, code: await codeOf(approver) };
  await agreeToAmendment(await actOf(approver), wish);
  return made;
}

/** A contract that waits for its first signature, and one that has both. */
async function awarded() {
  const { contract, officeId, approver, winner } = await makeAwardedTender();
  return {
    contract,
    approver,
    manager: winner.manager,
    signed: await makeActiveContract({ officeId }),
  };
}

const wrongCodes = {
  "a wrong code": [{ code: "000000" }],
  "a code of letters": [{ code: "abcdefgh" }],
} as const;

export const contractRows: FormRow[] = [
  {
    route: "routes/office/contracts/signature.tsx",
    asks: ["confirm", "code"],
    notes: failedCodes,
    wrong: wrongCodes,
    setting: async () => {
      const { contract, approver, signed } = await awarded();
      const late = office.signature(signed.id);
      const other = await makeOfficeActor("approver");
      return {
        ...(await signer(approver, other)),

        late,
        address: office.signature(contract.id),
      };
    },
  },
  {
    route: "routes/organization/contracts/signature.tsx",
    asks: ["confirm", "code"],
    notes: failedCodes,
    wrong: wrongCodes,
    setting: async () => {
      const { contract, manager } = await awarded();
      const { organizationId } = manager;
      const late = organization.signature((await makeActiveContract({ organizationId })).id);
      const other = await makeManager();
      return {
        ...(await signer(manager, other)),

        late,
        address: organization.signature(contract.id),
      };
    },
  },
  {
    route: "routes/office/contracts/division.tsx",
    asItStands: true,
    asks: ["parts[0].name", "parts[0].dueOn", "parts[0].cap"],
    setting: async () => {
      const { contract, officeId, officer } = await makeAwardedTender();
      const late = office.division((await makeActiveContract({ officeId })).id);
      const stranger = await strangerIn("officer");
      return { who: officer.userId, stranger, late, address: office.division(contract.id) };
    },
  },
  {
    route: "routes/office/contracts/amendment-proposal.tsx",
    asItStands: true,
    asks: ["code", "text"],
    setting: async () => {
      const { contract, officer: who, over, stranger } = await active();
      const late = office.newAmendment(over.id);
      const right = { code: "content", text: "每次上门增加测血糖一项，其他不变。" };
      return { who, stranger, late, right, address: office.newAmendment(contract.id) };
    },
    signed: ["quantity"],
  },
  {
    route: "routes/office/contracts/amendment.tsx",
    asks: ["code"],
    notes: failedCodes,
    wrong: wrongCodes,
    setting: async () => {
      const { contract, at } = await proposed();
      const other = await makeOfficeActor("approver");
      return { ...(await signer(contract.approver, other)), address: office.amendment(...at) };
    },
  },
  {
    route: "routes/organization/contracts/amendment.tsx",
    asks: ["code"],
    notes: failedCodes,
    wrong: wrongCodes,
    setting: async () => {
      const { contract, at } = await agreed();
      const other = await makeManager();
      return {
        ...(await signer(contract.manager, other)),

        address: organization.amendment(...at),
      };
    },
  },
  {
    route: "routes/office/contracts/amendment-drop.tsx",
    setting: async () => {
      const { contract, at } = await proposed();
      const stranger = await strangerIn("approver");
      return { who: contract.approver.userId, stranger, address: office.amendmentDrop(...at) };
    },
  },
  {
    route: "routes/organization/contracts/amendment-drop.tsx",
    setting: async () => {
      const { contract, at } = await agreed();
      const { userId: stranger } = await makeManager();
      const address = organization.amendmentDrop(...at);
      return { who: contract.manager.userId, stranger, address };
    },
  },
  {
    route: "routes/office/contracts/termination-proposal.tsx",
    asks: ["code", "text"],
    setting: async () => {
      const { contract, officer: who, over, stranger } = await active();
      const late = office.newTermination(over.id);
      return { who, stranger, late, address: office.newTermination(contract.id) };
    },
  },
  {
    route: "routes/office/contracts/termination.tsx",
    asks: ["code"],
    notes: failedCodes,
    wrong: wrongCodes,
    setting: async () => {
      const { contract } = await active();
      await makeTermination(contract);
      const other = await makeOfficeActor("approver");
      return {
        ...(await signer(contract.approver, other)),

        address: office.termination(contract.id),
      };
    },
  },
  {
    route: "routes/organization/contracts/termination.tsx",
    asks: ["code"],
    notes: failedCodes,
    wrong: wrongCodes,
    setting: async () => {
      const { contract } = await active();
      await makeTermination(contract, { mutual: true });
      const other = await makeManager();
      const address = organization.termination(contract.id);
      return { ...(await signer(contract.manager, other)), address };
    },
  },
  {
    route: "routes/office/contracts/termination-drop.tsx",
    setting: async () => {
      const { contract, officer: who, stranger } = await active();
      await makeTermination(contract);
      const { id } = await makeActiveContract({ officeId: contract.officeId });
      const late = office.terminationDrop(id);
      return { who, stranger, late, address: office.terminationDrop(contract.id) };
    },
  },
  {
    route: "routes/office/contracts/closing.tsx",
    setting: async () => {
      const { contract, officer: who, over, stranger } = await active();
      const late = office.closing(contract.id);
      return { who, stranger, late, address: office.closing(over.id) };
    },
  },
];
