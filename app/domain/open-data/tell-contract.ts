import { dayOf } from "#app/values/time.ts";
import { servicePeriod } from "../contracts/terms.ts";
import { contractStatusOf } from "./mapping.ts";
import { endOf, inYuan } from "./publisher.ts";
import type { Contract } from "./release.ts";
import { acceptedMilestone, amendmentOf, paymentOf, signedContract } from "./result-part.ts";
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
    contracts: signed.map((contract) => {
      const drawnUpAt = story.drawnUpAt.get(contract.bidId) ?? at;
      const { endsOn } = servicePeriod(process.project, dayOf(drawnUpAt));
      return signedContract(publisher, contract, { value, at, endsOn, status });
    }),
  };
}

/** A change that both sides have signed: the new value, and the new end if there is one. */
export function amended({ process }: Story, event: Named<"contract.amended">): Telling {
  const { value, at, contractId } = event;
  const amendment = process.amendments.find(({ id }) => id === event.amendmentId);
  const contract = process.contracts.find(({ id }) => id === contractId);
  if (!amendment || !contract) throw new Error(`amendment ${event.amendmentId} has no contract`);
  const { newEndsOn } = amendment;
  return {
    tag: ["contractAmendment"],
    contracts: [
      {
        id: contractId,
        awardID: contract.bidId,
        value: inYuan(value),
        ...(newEndsOn && { period: { endDate: endOf(newEndsOn) } }),
        amendments: [amendmentOf(amendment, at)],
      },
    ],
  };
}

/** Broken off, or done and settled. */
export function over(
  { process }: Story,
  { contractId }: Named<"contract.terminated" | "contract.closed">,
): Telling {
  const signed = process.contracts.filter(({ id }) => id === contractId);
  const status = contractStatusOf.terminated;
  return {
    tag: ["contractTermination"],
    contracts: signed.map(({ id, bidId }) => ({ id, awardID: bidId, status })),
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
