import type { ReactNode } from "react";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

export const CardList = ({ children }: { children: ReactNode }) => (
  <ul className="cards">{children}</ul>
);

type CardProps = {
  title: string;
  to?: string | undefined;
  status?: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
};

/** One thing of a list that can be opened; the whole card is its link. */
export function Card({ title, to, status, note, children }: CardProps) {
  return (
    <li className="card">
      <p className="card-title">{to ? <a href={to}>{title}</a> : title}</p>
      {status && <p>{status}</p>}
      {children}
      {note && <p className="note">{note}</p>}
    </li>
  );
}

type Task = { key: string; to: string; title: string; note?: ReactNode; until?: Date | undefined };

/** "Waits for you": what the reader is to do, most urgent first as the caller orders it. */
export function TaskList({ tasks, empty }: { tasks: Task[]; empty?: string }) {
  const { common } = useMessages();
  const format = useFormat();
  return (
    <section className="tasks">
      <h2>{common.tasks.title}</h2>
      {tasks.length === 0 && <p>{empty ?? common.tasks.empty}</p>}
      <ul>
        {tasks.map(({ key, to, title, note, until }) => (
          <li key={key} className="task">
            <a href={to}>{title}</a>
            {note && <span className="note">{note}</span>}
            {until && <span className="until">{common.next.until(format.deadline(until))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
