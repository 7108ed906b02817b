import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Moment, OnDay } from "#app/components/facts.tsx";
import { Form, Hidden, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { EmptyState, Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { openSessions } from "#app/domain/services/open-sessions.server.ts";
import type { PlannedSession, SkippedDay } from "#app/domain/services/session-plan.ts";
import { previewSessions } from "#app/domain/services/session-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { ruleFields, ruleIn, ruleQuery, SessionRuleForm } from "#app/http/session-rule.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  const rule = ruleIn(request);
  if (!rule) throw redirect(paths.organization.newSessions(offerId));
  const plan = (await previewSessions(act, offerId, rule)) ?? notFound();
  const { capacity } = rule;
  return { ...plan, capacity, fields: ruleFields(rule), query: ruleQuery(rule) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const offerId = idParam<"offer">(params.offerId);
  return submit(request, SessionRuleForm, async (rule) => {
    await openSessions(act, offerId, rule);
    return redirect(`${paths.organization.sessions(offerId)}?from=${rule.from}`, 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ services }) => services.checkSessions.title);

export default function CheckSessions() {
  const { checkSessions: words } = useMessages().services;
  const { count } = useFormat();
  const { offer, sessions, skipped, unknownYear, ...rule } = useLoaderData<typeof loader>();
  const { capacity, fields, query } = rule;
  const [form] = useServerForm<typeof SessionRuleForm>();
  const fresh = sessions.filter(({ state }) => state === "new").length;
  const change = paths.organization.newSessions(offer.id, query);
  return (
    <Page
      title={words.title}
      lead={fresh > 0 ? words.lead(count(fresh, "session"), count(capacity, "seat")) : words.none}
      back={{ to: change, label: words.change }}
      narrow
    >
      {unknownYear && <Notice kind="waiting">{words.noCalendar(unknownYear)}</Notice>}
      {fresh > 0 ? (
        <Form form={form}>
          {fields.map(([name, value]) => (
            <Hidden key={`${name} ${value}`} name={name} value={value} />
          ))}
          <SubmitButton>{words.open}</SubmitButton>
        </Form>
      ) : (
        <Actions>
          <LinkButton to={change}>{words.change}</LinkButton>
        </Actions>
      )}
      <Planned sessions={sessions} />
      <Skipped days={skipped} />
    </Page>
  );
}

function Planned({ sessions }: { sessions: readonly PlannedSession[] }) {
  const { checkSessions: words, sessions: columns, periods } = useMessages().services;
  return (
    <DataTable
      caption={words.title}
      rows={sessions}
      rowKey={({ day, period }) => `${day} ${period}`}
      columns={[
        {
          key: "when",
          label: columns.when,
          main: true,
          cell: ({ startsAt, endsAt }) => <Moment as="range" at={startsAt} until={endsAt} />,
        },
        { key: "period", label: columns.period, cell: ({ period }) => periods[period] },
        { key: "state", label: words.state, cell: ({ state }) => words.states[state] },
      ]}
      empty={<EmptyState>{words.none}</EmptyState>}
    />
  );
}

function Skipped({ days }: { days: readonly SkippedDay[] }) {
  const { services, common } = useMessages();
  if (days.length === 0) return null;
  return (
    <Section title={services.checkSessions.skipped}>
      <ul>
        {days.map(({ day, name }) => (
          <li key={day}>
            <OnDay day={day} long />
            {common.aside(name)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
