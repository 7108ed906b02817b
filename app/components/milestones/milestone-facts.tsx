import type { MilestoneState } from "#app/domain/contracts/contract.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import { KeyFacts, Moment, Money, OnDay } from "../facts.tsx";
import { StatusTag } from "../status-tag.tsx";

export type MilestoneShown = {
  state: MilestoneState;
  contractId: string;
  contract: string;
  organization: string;
  dueOn: Day;
  cap: Fen;
  carried: Fen;
  claimedAt: Date | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  paidAt: Date | null;
  paymentReference: string | null;
  returned: Fen;
};

/** What a milestone is about and how far it has come. */
export function MilestoneFacts({ milestone }: { milestone: MilestoneShown }) {
  const { facts } = useMessages().milestones;
  const format = useFormat();
  const { contractId, contract, organization, dueOn, cap, carried } = milestone;
  const { claimedAt, acceptedAt, acceptedBy, paidAt, paymentReference, returned } = milestone;
  const accepted =
    acceptedAt && acceptedBy && facts.acceptedBy(acceptedBy, format.stamp(acceptedAt));
  return (
    <KeyFacts
      facts={[
        { label: facts.contract, value: <a href={paths.contract(contractId)}>{contract}</a> },
        { label: facts.organization, value: organization },
        { label: facts.due, value: <OnDay day={dueOn} /> },
        { label: facts.cap, value: <Money fen={cap} /> },
        { label: facts.carried, value: carried > 0 ? <Money fen={carried} /> : null },
        { label: facts.claimed, value: claimedAt && <Moment at={claimedAt} as="stamp" /> },
        { label: facts.accepted, value: accepted },
        { label: facts.paid, value: paidAt && <Moment at={paidAt} as="stamp" /> },
        { label: facts.reference, value: paymentReference },
        { label: facts.returned, value: returned > 0 ? <Money fen={returned} /> : null },
      ]}
    />
  );
}

const kinds = {
  scheduled: "neutral",
  claimed: "running",
  accepted: "running",
  paid: "done",
} as const;

/** `waiting` where the next step is the reader's own. */
export function MilestoneStatus({ state, waiting }: { state: MilestoneState; waiting?: boolean }) {
  const { milestone } = useMessages().contracts;
  return <StatusTag kind={waiting ? "waiting" : kinds[state]}>{milestone[state]}</StatusTag>;
}
