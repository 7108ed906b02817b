import type { ReactNode } from "react";

/** "waiting" waits for the reader, "running" goes on without her. */
export type StatusKind = "waiting" | "running" | "done" | "refused" | "neutral";

const marks: Record<StatusKind, string> = {
  waiting: "M8 1 15 14H1Z",
  running: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13ZM8 4.5V8.5L11 10",
  done: "M2 8.5 6.2 12.7 14 4",
  refused: "M3 3 13 13M13 3 3 13",
  neutral: "M3 8H13",
};

/** A state in words, with a shape of its own so that colour comes third. */
export function StatusTag({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className="status" data-kind={kind}>
      <svg className="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={marks[kind]} />
      </svg>
      {children}
    </span>
  );
}
