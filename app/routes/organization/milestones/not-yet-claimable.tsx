import { useLoaderData } from "@remix-run/react";
import { Section } from "#app/components/page.tsx";
import type { findOwnMilestone } from "#app/domain/milestones/queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findOwnMilestone>>>;

/** What was delivered but cannot be claimed yet, and whose turn it is. */
export function NotYetClaimable() {
  const { claim } = useMessages().milestones;
  const format = useFormat();
  const { waiting } = useLoaderData<Found>();
  const reasons = (["unpaid", "unanswered", "disputed"] as const).filter(
    (reason) => waiting[reason] > 0,
  );
  if (reasons.length === 0) return null;
  return (
    <Section title={claim.waitingTitle}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{claim[reason](format.count(waiting[reason], "time"))}</li>
        ))}
      </ul>
    </Section>
  );
}
