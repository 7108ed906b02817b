import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { findLiveProxy } from "#app/domain/residents/live-proxy.server.ts";
import { findCommunity, listCalls } from "#app/domain/residents/neighbours.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireCommunityWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { addDays, dayOf } from "#app/values/time.ts";
import { CallList } from "./call-list.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const act = await requireCommunityWorker(request);
  const today = dayOf(act.at);
  const tomorrow = addDays(today, 1);
  const [community, acting, callsToday, callsTomorrow] = await Promise.all([
    findCommunity(act.by),
    findLiveProxy(act),
    listCalls(act.by, today),
    listCalls(act.by, tomorrow),
  ]);
  const days = [
    { day: today, calls: callsToday },
    { day: tomorrow, calls: callsTomorrow },
  ];
  return { community: community ?? notFound(), acting, days };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ community }, data) => community.home.title(data?.community.name ?? ""));

export default function CommunityHome() {
  const { home } = useMessages().community;
  const format = useFormat();
  const { community, acting, days } = useLoaderData<typeof loader>();
  const [today, tomorrow] = days.map(({ day }) => format.dayLong(day));
  const titles = [home.today(today ?? ""), home.tomorrow(tomorrow ?? "")];
  return (
    <Page title={home.title(community.name)} lead={home.lead} wide>
      {acting && (
        <Notice kind="waiting" title={home.acting(acting.resident)}>
          <LinkButton to={paths.resident.home}>{home.goOn}</LinkButton>
        </Notice>
      )}
      <Actions>
        <LinkButton to={paths.community.residents} kind="main">
          {home.help}
        </LinkButton>
        <LinkButton to={paths.community.newResident}>{home.newResident}</LinkButton>
      </Actions>
      {days.map(({ day, calls }, index) => (
        <Section key={day} title={titles[index] ?? ""}>
          <CallList caption={titles[index] ?? ""} calls={calls} empty={home.none} />
        </Section>
      ))}
    </Page>
  );
}
