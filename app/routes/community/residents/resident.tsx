import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, OnDay } from "#app/components/facts.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { findNeighbour, listCalls } from "#app/domain/residents/neighbours.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireCommunityWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ageOn, dayOf } from "#app/values/time.ts";
import { CallList } from "../call-list.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireCommunityWorker(request);
  const residentId = idParam<"resident">(params.residentId);
  const today = dayOf(at);
  const [found, bookings] = await Promise.all([
    findNeighbour(by, residentId),
    listCalls(by, today, residentId),
  ]);
  const resident = found ?? notFound();
  return { resident, age: ageOn(resident.bornOn, today), bookings };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ community }, data) => data?.resident.name ?? community.residents.title);

export default function Resident() {
  const { resident: words, residents } = useMessages().community;
  const { resident, bookings } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title(resident.name)}
      back={{ to: paths.community.residents, label: residents.title }}
      aside={<ResidentFacts />}
    >
      <Actions>
        <LinkButton to={paths.community.proxy(resident.id)} kind="main">
          {words.act}
        </LinkButton>
      </Actions>
      <Section title={words.bookings}>
        <CallList caption={words.bookings} calls={bookings} empty={words.none} withDay />
      </Section>
    </Page>
  );
}

function ResidentFacts() {
  const { resident: words, residents } = useMessages().community;
  const { common } = useMessages();
  const format = useFormat();
  const { resident, age } = useLoaderData<typeof loader>();
  const { phone, bornOn, registered, lowIncome, disabilityGrade } = resident;
  const situation = [
    lowIncome ? words.lowIncome : null,
    disabilityGrade ? words.disabled(disabilityGrade) : null,
  ].filter((one) => one !== null);
  return (
    <KeyFacts
      facts={[
        { label: words.phone, value: phone ? <a href={`tel:${phone}`}>{phone}</a> : words.noPhone },
        {
          label: words.born,
          value: (
            <>
              <OnDay day={bornOn} />
              {common.aside(words.age(format.number(age)))}
            </>
          ),
        },
        { label: words.registered, value: registered ? words.inStreet : words.elsewhere },
        { label: words.situation, value: situation.length > 0 && format.list(situation) },
        {
          label: words.address,
          value: resident.hasAddress ? words.addressKept : words.addressMissing,
        },
        { label: words.account, value: resident.hasAccount ? residents.yes : residents.no },
      ]}
    />
  );
}
