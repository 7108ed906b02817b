import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions } from "#app/components/page.tsx";
import type { OrganizationStanding } from "#app/domain/organizations/organization.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type StandingProps = {
  standing: OrganizationStanding;
  rejectedReason: string | null;
  suspension: { reason: string; pausesServices: boolean } | undefined;
};

/** Tells an organization that is suspended, or not verified yet, why it cannot bid, and what to do about it. */
export function StandingNotice({ standing, rejectedReason, suspension }: StandingProps) {
  const { organizations, suspensions } = useMessages();
  const { home } = organizations;
  if (suspension) {
    return (
      <Notice kind="refusal" title={suspensions.ownTitle}>
        <p>{suspensions.reasonIs(suspension.reason)}</p>
        <p>{suspension.pausesServices ? suspensions.effectPaused : suspensions.effect}</p>
      </Notice>
    );
  }
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
