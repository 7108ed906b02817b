import type { ReactNode } from "react";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";

type Fact = { label: string; value: ReactNode; change?: string | undefined };

/** Labels and values; one without a value is left out; `change` leads back to its question. */
export function KeyFacts({ facts }: { facts: Fact[] }) {
  const { common } = useMessages();
  const known = facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== false && value !== "",
  );
  return (
    <dl className="facts">
      {known.map(({ label, value, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && (
            <dd className="change">
              <a href={change} aria-label={common.facts.changeWhat(label)}>
                {common.facts.change}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** A row of `NumberBig`. */
export const Numbers = ({ children }: { children: ReactNode }) => (
  <dl className="numbers">{children}</dl>
);

type NumberBigProps = { label: string; value: string; note?: ReactNode; to?: string };

/** One number that matters, as text already formatted. */
export function NumberBig({ label, value, note, to }: NumberBigProps) {
  return (
    <div className="number">
      <dt>{to ? <a href={to}>{label}</a> : label}</dt>
      <dd>{value}</dd>
      {note && <dd className="note">{note}</dd>}
    </div>
  );
}

export function Money({ fen }: { fen: Fen }) {
  return <span className="money">{useFormat().money(fen)}</span>;
}

type MomentProps = {
  at: Date;
  as?: "instant" | "deadline" | "time" | "stamp" | "range";
  until?: Date;
};

/** An instant in Shanghai time; "range" goes on to `until`, "stamp" has the year. */
export function Moment({ at, as = "instant", until }: MomentProps) {
  const format = useFormat();
  const text = as === "range" ? format.range(at, until ?? at) : format[as](at);
  return <time dateTime={at.toISOString()}>{text}</time>;
}

/** A calendar day; `long` has the weekday instead of the year. */
export function OnDay({ day, long }: { day: Day; long?: boolean }) {
  const format = useFormat();
  return <time dateTime={day}>{long ? format.dayLong(day) : format.day(day)}</time>;
}

/** What happens next, who does it, and until when. */
export function NextStep({ until, children }: { until?: Date | undefined; children: ReactNode }) {
  const { common } = useMessages();
  const format = useFormat();
  return (
    <section className="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{common.next.title}</h2>
      <div>{children}</div>
      {until && <p className="until">{common.next.until(format.deadline(until))}</p>}
    </section>
  );
}

/** The top of a confirmation page: the number to quote, and what happens next. */
export function Confirmation({ reference, children }: { reference: string; children: ReactNode }) {
  const { common } = useMessages();
  return (
    <section className="confirmation" role="status">
      <p>{common.confirmation.reference}</p>
      <p className="reference">{reference}</p>
      <div>{children}</div>
      <p className="note no-print">{common.confirmation.keep}</p>
    </section>
  );
}
