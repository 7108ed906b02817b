import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";
import { Icon } from "./icon.tsx";
import { Refused } from "./refused.tsx";

type PageProps = {
  title: string;
  lead?: ReactNode;
  back?: { to: string; label?: string } | undefined;
  status?: ReactNode;
  /** What happens next; stands above everything else. */
  next?: ReactNode;
  /** Key facts: a side column on a desk, before the text on a phone. */
  aside?: ReactNode;
  /** For office tables: the whole width of the page. */
  wide?: boolean;
  /** For forms and confirmations. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The main part of every page: title, state, what happens next, and the text with its key facts. */
export function Page({
  title,
  lead,
  back,
  status,
  next,
  aside,
  wide,
  narrow,
  children,
}: PageProps) {
  const shape = wide ? "wide" : narrow ? "narrow" : aside ? "aside" : "plain";
  return (
    <main id="main" tabIndex={-1} className="page" data-shape={shape}>
      {back && <BackLink {...back} />}
      <header className="page-head">
        <h1>{title}</h1>
        {status && <p className="page-status">{status}</p>}
        {lead && <p className="lead">{lead}</p>}
      </header>
      <Refused />
      {next}
      <div className="columns">
        {aside && <aside className="side">{aside}</aside>}
        <div className="main">{children}</div>
      </div>
    </main>
  );
}

function BackLink({ to, label }: { to: string; label?: string }) {
  const { common } = useMessages();
  return (
    <p className="back">
      <a href={to}>
        <Icon name="arrowLeft" />
        {label ?? common.back}
      </a>
    </p>
  );
}

/** A block of a page under its own heading. */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {note && <p className="note">{note}</p>}
      {children}
    </section>
  );
}

/** Buttons side by side, below one another on a phone. */
export const Actions = ({ children }: { children: ReactNode }) => (
  <div className="actions">{children}</div>
);

/** Text that people typed: their line breaks stay, lines are short. */
export const Prose = ({ children }: { children: ReactNode }) => (
  <div className="prose">{children}</div>
);

/** Something to open when wanted. */
export function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="more">
      <summary>{label}</summary>
      {children}
    </details>
  );
}

type LinkListProps = { links: { to: string; label: string; note?: ReactNode }[] };

export function LinkList({ links }: LinkListProps) {
  return (
    <ul className="link-list">
      {links.map(({ to, label, note }) => (
        <li key={to}>
          <a href={to}>{label}</a>
          {note && <span className="note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Steps to be done one after another. */
export const NumberedList = ({ items }: { items: readonly string[] }) => (
  <ol className="numbered">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ol>
);
