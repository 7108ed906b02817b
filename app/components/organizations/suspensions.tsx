import { Notice } from "#app/components/notice.tsx";
import { Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

type Suspension = {
  id: string;
  reason: string;
  pausesServices: boolean;
  suspendedAt: Date;
  liftedAt: Date | null;
  liftedReason: string | null;
};

/** The suspension that stands with its reason and effect, and those that were lifted. */
export function Suspensions({ suspensions }: { suspensions: readonly Suspension[] }) {
  const { suspensions: words } = useMessages();
  const format = useFormat();
  const dayIn = (at: Date) => format.day(dayOf(at));
  const standing = suspensions.find(({ liftedAt }) => liftedAt === null);
  const lifted = suspensions.filter(({ liftedAt }) => liftedAt !== null);
  return (
    <>
      {standing && (
        <Notice kind="waiting" title={words.since(dayIn(standing.suspendedAt))}>
          <p>{words.reasonIs(standing.reason)}</p>
          <p>{standing.pausesServices ? words.effectPaused : words.effect}</p>
        </Notice>
      )}
      {lifted.length > 0 && (
        <Section title={words.title}>
          <ul className="link-list">
            {lifted.map(({ id, suspendedAt, liftedAt, reason, liftedReason }) => (
              <li key={id}>
                {words.lifted(dayIn(suspendedAt), dayIn(liftedAt ?? suspendedAt))}
                <span className="note">{words.reasonIs(reason)}</span>
                <span className="note">{words.liftedIs(liftedReason ?? "")}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Beside the name of a suspended organization in a list. */
export function SuspendedTag() {
  const { suspended } = useMessages().suspensions;
  return (
    <>
      {" "}
      <StatusTag kind="refused">{suspended}</StatusTag>
    </>
  );
}
