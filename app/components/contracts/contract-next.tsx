import { NextStep } from "#app/components/facts.tsx";
import { signingEndsAt } from "#app/domain/contracts/contract.ts";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";

/** What happens next with a contract, and until when. */
export function ContractNext({ contract }: { contract: ContractDetail }) {
  const { contracts, several } = useMessages();
  const { next } = contracts;
  const { status, awardedAt, officeSignedAt, organizationSignedAt, signingDays } = contract;
  if (status === "terminated") {
    return <NextStep>{contract.terminatedAt ? next.ended : next.terminated}</NextStep>;
  }
  if (status !== "pending") return <NextStep>{next[status]}</NextStep>;
  if (contract.suspended) return <NextStep>{next.suspended}</NextStep>;
  if (!awardedAt) return <NextStep>{several.standstill}</NextStep>;
  if (contract.signingOver) return <NextStep>{next.signingOver}</NextStep>;
  const until =
    awardedAt && signingDays
      ? signingEndsAt(awardedAt, { signingDays }, contract.paused)
      : undefined;
  if (officeSignedAt && organizationSignedAt) {
    return <NextStep until={until}>{several.waits}</NextStep>;
  }
  const words = officeSignedAt ? next.organization : organizationSignedAt ? next.office : next.both;
  return <NextStep until={until}>{words}</NextStep>;
}
