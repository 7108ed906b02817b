import { useLocation } from "@remix-run/react";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "./button.tsx";
import { Moment } from "./facts.tsx";

/** Says that all this is invented, what time it is in it, and moves that time on. */
export function DemoBanner({ now }: { now: Date }) {
  const { demo } = useMessages().common;
  const { pathname, search } = useLocation();
  return (
    <aside className="demo-banner" aria-label={demo.label}>
      <p>{demo.notice}</p>
      <details className="more">
        <summary>
          <span>
            {demo.now} <Moment at={now} as="stamp" />
          </span>
        </summary>
        <form method="post" action={paths.demo.clock}>
          <input type="hidden" name="from" value={pathname + search} />
          <Button kind="quiet" name="to" value="+1h">
            {demo.hour}
          </Button>
          <Button kind="quiet" name="to" value="+1d">
            {demo.day}
          </Button>
          <Button kind="quiet" name="to" value="deadline">
            {demo.deadline}
          </Button>
        </form>
        <LinkButton kind="quiet" to={paths.demo.outbox}>
          {demo.outbox}
        </LinkButton>
      </details>
    </aside>
  );
}
