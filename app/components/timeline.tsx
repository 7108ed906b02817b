import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";
import { Moment } from "./facts.tsx";

type Item = {
  key: string;
  at: Date;
  what: ReactNode;
  who?: ReactNode;
  detail?: ReactNode;
  /** Still to come. */
  ahead?: boolean;
};

/** The life of a thing: what happened, when, and who did it, in the caller's order. */
export function Timeline({ items }: { items: Item[] }) {
  const { common } = useMessages();
  if (items.length === 0) return <p>{common.timeline.empty}</p>;
  return (
    <ol className="timeline">
      {items.map(({ key, at, what, who, detail, ahead }) => (
        <li key={key} data-ahead={ahead || undefined}>
          <p className="when">
            <Moment at={at} as="stamp" />
          </p>
          <p className="what">
            {what}
            {who && <span className="who">{who}</span>}
          </p>
          {detail && <div className="detail">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
