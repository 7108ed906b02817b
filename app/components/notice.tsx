import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeKind = "info" | "waiting" | "refusal" | "success";

const icons: Record<NoticeKind, IconName> = {
  info: "info",
  waiting: "clock",
  refusal: "alert",
  success: "check",
};

type NoticeProps = { kind: NoticeKind; title?: string | undefined; children?: ReactNode };

/** A message about the page or the act just done; a refusal is announced at once. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className="notice" data-kind={kind} role={kind === "refusal" ? "alert" : "status"}>
      <Icon name={icons[kind]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** Instead of an empty list: a sentence with the next step, and the act for it. */
export function EmptyState({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
