import { Timeline } from "#app/components/timeline.tsx";
import type { ContractDetail, MilestoneLine } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { fen } from "#app/values/money.ts";

/** What happened to a contract, the newest first. */
export function ContractTimeline({ contract }: { contract: ContractDetail }) {
  const { contracts, contractChanges } = useMessages();
  const { life } = contracts;
  const { codes } = contractChanges;
  const ofMilestone = useMilestoneMoments();
  const moments = [
    { key: "awarded", at: contract.awardedAt, what: life.awarded },
    { key: "office", at: contract.officeSignedAt, what: life.officeSigned, who: contract.office },
    {
      key: "organization",
      at: contract.organizationSignedAt,
      what: life.organizationSigned,
      who: contract.organization,
    },
    { key: "activated", at: contract.activatedAt, what: life.activated },
    ...contract.amendments.map(({ id, number, code, at, text }) => ({
      key: id,
      at,
      what: life.amended(number, codes[code]),
      detail: text,
    })),
    {
      key: "terminated",
      at: contract.terminatedAt,
      what: life.terminated,
      detail: contract.terminatedReason,
    },
    { key: "closed", at: contract.closedAt, what: life.closed },
    ...contract.milestones.flatMap(ofMilestone),
  ];
  const items = moments
    .flatMap(({ at, ...moment }) => (at ? [{ ...moment, at }] : []))
    .sort((a, b) => Number(a.at) - Number(b.at))
    .reverse();
  return <Timeline items={items} />;
}

function useMilestoneMoments() {
  const { life } = useMessages().contracts;
  const format = useFormat();
  return ({ id, name, claimedAt, acceptedAt, paidAt, pay }: MilestoneLine) => [
    { key: `${id} claimed`, at: claimedAt, what: life.claimed(name) },
    { key: `${id} accepted`, at: acceptedAt, what: life.accepted(name) },
    { key: `${id} paid`, at: paidAt, what: life.paid(name, format.money(pay ?? fen(0))) },
  ];
}
