import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page, Section } from "#app/components/page.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { listProxyLog, listReadings } from "#app/domain/residents/proxy-log.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireResident(request);
  const [sessions, readings] = await Promise.all([listProxyLog(by), listReadings(by)]);
  return { sessions, readings };
}

export const meta: MetaFunction = (args) => titled(args, ({ residents }) => residents.log.title);

export default function ProxyLog() {
  const { log } = useMessages().residents;
  const { sessions, readings } = useLoaderData<typeof loader>();
  return (
    <Page title={log.title} lead={log.lead}>
      {sessions.length === 0 ? (
        <p>{log.none}</p>
      ) : (
        <Timeline
          items={sessions.map(({ id, who, reason, startedAt, acts }) => ({
            key: id,
            at: startedAt,
            what: log.session(who),
            detail: <SessionActs reason={reason} acts={acts} />,
          }))}
        />
      )}
      <Section title={log.readings}>
        {readings.length === 0 ? (
          <p>{log.noReadings}</p>
        ) : (
          <Timeline
            items={readings.map(({ id, at, name, who }) => ({
              key: id,
              at,
              what: name === "resident.card_read" ? log.card : log.address,
              who: who ?? log.system,
            }))}
          />
        )}
      </Section>
    </Page>
  );
}

type Acts = { reason: string; acts: { id: string; name: string; at: Date }[] };

function SessionActs({ reason, acts }: Acts) {
  const { log } = useMessages().residents;
  const format = useFormat();
  const words: Record<string, string> = log.acts;
  return (
    <>
      <p>{log.reason(reason)}</p>
      {acts.length === 0 && <p>{log.nothing}</p>}
      <ul>
        {acts.map(({ id, name, at }) => (
          <li key={id}>{log.act(format.time(at), words[name] ?? log.otherAct)}</li>
        ))}
      </ul>
    </>
  );
}
