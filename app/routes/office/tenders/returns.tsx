import { Section } from "#app/components/page.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Return = { id: string; at: Date; by: string; reason: string };

/** Every time that a draft came back from review, with the reason; nothing where it never did. */
export function Returns({ returns }: { returns: Return[] }) {
  const { tender: words } = useMessages().office;
  const { number } = useFormat();
  if (returns.length === 0) return null;
  const items = returns.map(({ id, at, by, reason }, index) => ({
    key: id,
    at,
    what: words.returned(number(index + 1)),
    who: by,
    detail: reason,
  }));
  return (
    <Section title={words.returns}>
      <Timeline items={items} />
    </Section>
  );
}
