import { Notice } from "#app/components/notice.tsx";
import { Prose } from "#app/components/page.tsx";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type SuspendedNoticeProps = {
  suspensions: { from: Date; until: Date | null; reason: string }[];
};

/** That a tender stands still, since when and why; nothing when it does not. */
export function SuspendedNotice({ suspensions }: SuspendedNoticeProps) {
  const { suspension: words } = useMessages().challenges;
  const format = useFormat();
  const running = suspensions.find(({ until }) => until === null);
  if (!running) return null;
  return (
    <Notice kind="waiting" title={words.now}>
      <p>{words.nowSince(format.stamp(running.from))}</p>
      <Prose>{running.reason}</Prose>
    </Notice>
  );
}
