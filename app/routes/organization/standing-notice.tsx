import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions } from "#app/components/page.tsx";
import type { OrganizationStanding } from "#app/domain/organizations/organization.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type StandingProps = { standing: OrganizationStanding; rejectedReason: string | null };

/** Tells an organization that is not verified yet why it cannot bid, and what to do about it. */
export function StandingNotice({ standing, rejectedReason }: StandingProps) {
  const { home } = useMessages().organizations;
  if (standing === "verified") return null;
  const rejected = standing === "rejected";
  const words = rejected ? home.rejected.words(rejectedReason ?? "") : home.waiting.words;
  const { title, change } = home[standing];
  return (
    <>
      <Notice kind={rejected ? "refusal" : "info"} title={title}>
        <p>{words}</p>
      </Notice>
      <Actions>
        <LinkButton to={paths.organization.registration}>{change}</LinkButton>
      </Actions>
    </>
  );
}
