import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";
import { Notice } from "./notice.tsx";
import { useRefusal } from "./refused.tsx";

/** Instead of a form whose time has not come or is over, with the way to where the thing stands. */
export function MovedOn({ to }: { to: string }) {
  const { movedOn } = useMessages().errors;
  return (
    <Notice kind="info">
      <p>{movedOn.words}</p>
      <p>
        <a href={to}>{movedOn.look}</a>
      </p>
    </Notice>
  );
}

type WhileOpenProps = { open: boolean; to: string; children: ReactNode };

/** A form while its step can be taken; after a refusal it stays, with what was typed. */
export function WhileOpen({ open, to, children }: WhileOpenProps) {
  const refused = useRefusal().length > 0;
  return open || refused ? children : <MovedOn to={to} />;
}
