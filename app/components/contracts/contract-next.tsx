import { NextStep } from "#app/components/facts.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { addTo, days } from "#app/values/time.ts";

/** Both sides are to sign within so many days of the award. */
const SIGNING_DAYS = 30;

/** What happens next with a contract, and until when. */
export function ContractNext({ contract }: { contract: ContractDetail }) {
  const { next } = useMessages().contracts;
  const { status, awardedAt, officeSignedAt, organizationSignedAt } = contract;
  if (status !== "pending") return <NextStep>{next[status]}</NextStep>;
  const until = awardedAt ? addTo(awardedAt, days(SIGNING_DAYS)) : undefined;
  const words = officeSignedAt ? next.organization : organizationSignedAt ? next.office : next.both;
  return <NextStep until={until}>{words}</NextStep>;
}
