import { contractStatusOf } from "./mapping.ts";
import type { Contract } from "./release.ts";
import { acceptedMilestone, paymentOf, signedContract } from "./result-part.ts";
import { meet, type Story } from "./story.ts";
import type { Named, Telling } from "./tell-tender.ts";

/** Both sides have signed. */
export function activated(story: Story, event: Named<"contract.activated">): Telling {
  const { process, publisher } = story;
  const { value, at } = event;
  const status = contractStatusOf.active;
  const signed = process.contracts.filter(({ id }) => id === event.contractId);
  return {
    tag: ["contract"],
    contracts: signed.map((contract) =>
      signedContract(process, publisher, contract, { value, at, status }),
    ),
  };
}

export function accepted(story: Story, event: Named<"milestone.accepted">): Telling {
  const { milestone, contract } = milestoneIn(story, event.milestoneId);
  const milestones = [acceptedMilestone(milestone, event.pay, event.at)];
  return { tag: ["implementationUpdate"], contracts: [partOf(contract, { milestones })] };
}

export function paid(story: Story, event: Named<"milestone.paid">): Telling {
  const { milestone, contract } = milestoneIn(story, event.milestoneId);
  const { pay, at } = event;
  meet(story, contract.organizationId, "payee");
  const transactions = [paymentOf(story.process, milestone, contract, { pay, at })];
  return { tag: ["implementation"], contracts: [partOf(contract, { transactions })] };
}

const partOf = (
  { id, bidId }: { id: string; bidId: string },
  implementation: NonNullable<Contract["implementation"]>,
): Contract => ({ id, awardID: bidId, implementation });

function milestoneIn({ process }: Story, milestoneId: string) {
  const milestone = process.milestones.find(({ id }) => id === milestoneId);
  const contract = process.contracts.find(({ id }) => id === milestone?.contractId);
  if (!milestone || !contract) throw new Error(`milestone ${milestoneId} has no contract`);
  return { milestone, contract };
}
