import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, CardList } from "#app/components/card.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { readClock } from "#app/domain/clock.server.ts";
import { findCatalogue } from "#app/domain/services/catalogue.server.ts";
import { listNotices } from "#app/domain/tenders/notice-queries.server.ts";
import { helpPhone, helpPhoneLink } from "#app/i18n/help-phone.ts";
import { loopSteps } from "#app/i18n/loop-step.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

/** The first few of each; the lists have the rest. */
const FEW = 3;

export async function loader() {
  const { now } = await readClock();
  const [services, notices] = await Promise.all([
    findCatalogue({}, now),
    listNotices({ kind: "open" }),
  ]);
  return { services: services.rows.slice(0, FEW), tenders: notices.rows.slice(0, FEW) };
}

export const meta: MetaFunction = (args) => titled(args, ({ home }) => home.title);

export default function Home() {
  const { elder } = usePreferences();
  return elder ? <ElderHome /> : <StandardHome />;
}

function StandardHome() {
  const { home } = useMessages();
  return (
    <Page title={home.title} lead={home.lead} wide>
      <SearchForm />
      <Doors />
      <HowItWorks />
      <Services />
      <Tenders />
    </Page>
  );
}

function SearchForm() {
  const { search } = useMessages().home;
  return (
    <search className="home-search">
      <form method="get" action={paths.services}>
        <label htmlFor="q">{search.label}</label>
        <p className="hint" id="q-hint">
          {search.hint}
        </p>
        <p className="search-row">
          <input type="search" id="q" name="q" aria-describedby="q-hint" />
          <Button icon="search">{search.submit}</Button>
        </p>
      </form>
    </search>
  );
}

function Doors() {
  const { doors } = useMessages().home;
  return (
    <Section title={doors.title}>
      <CardList>
        <Card {...doors.resident} to={paths.services} />
        <Card {...doors.organization} to={paths.tenders} />
        <Card {...doors.office} to={paths.my} />
        <Card {...doors.anyone} to={paths.contracts} />
      </CardList>
    </Section>
  );
}

function HowItWorks() {
  const { home, common } = useMessages();
  return (
    <Section title={home.loop.title}>
      <ol className="loop">
        {loopSteps.map((step) => (
          <li key={step}>
            <h3>{common.loop.steps[step]}</h3>
            <p>{home.loop.steps[step]}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Services() {
  const { services } = useMessages().home;
  const { money } = useFormat();
  const { services: rows } = useLoaderData<typeof loader>();
  if (rows.length === 0) return null;
  return (
    <Section title={services.title}>
      <CardList>
        {rows.map((row) => (
          <Card
            key={row.id}
            to={paths.offer(row.id)}
            title={row.title}
            note={services.by(row.organization)}
          >
            <p>
              {services.price(money(row.split.price), row.withSubsidy && money(row.withSubsidy))}
            </p>
          </Card>
        ))}
      </CardList>
      <Actions>
        <LinkButton to={paths.services}>{services.all}</LinkButton>
      </Actions>
    </Section>
  );
}

function Tenders() {
  const { tenders } = useMessages().home;
  const { deadline, money } = useFormat();
  const { tenders: rows } = useLoaderData<typeof loader>();
  if (rows.length === 0) return null;
  return (
    <Section title={tenders.title}>
      <CardList>
        {rows.map((row) => (
          <Card key={row.id} to={paths.tender(row.id)} title={row.title} note={row.office}>
            {row.ceiling && <p>{tenders.ceiling(money(row.ceiling))}</p>}
            {row.deadline && <p>{tenders.until(deadline(row.deadline))}</p>}
          </Card>
        ))}
      </CardList>
      <Actions>
        <LinkButton to={paths.tenders}>{tenders.all}</LinkButton>
      </Actions>
    </Section>
  );
}

/** Three doors and the search: nothing to choose wrongly. */
function ElderHome() {
  const { elder } = useMessages().home;
  return (
    <Page title={elder.title} narrow>
      <CardList>
        <Card title={elder.find} note={elder.findNote} to={paths.services} />
        <Card title={elder.mine} note={elder.mineNote} to={paths.my} />
        <Card title={elder.call} note={elder.callNote} to={helpPhoneLink}>
          <p>{helpPhone}</p>
        </Card>
      </CardList>
      <SearchForm />
    </Page>
  );
}
