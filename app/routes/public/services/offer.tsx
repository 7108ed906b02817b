import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Prose, Section } from "#app/components/page.tsx";
import { Providers } from "#app/components/services/providers.tsx";
import { StepLine } from "#app/components/step-line.tsx";
import { listProviders } from "#app/domain/bookings/providers.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { contractStep } from "#app/domain/contracts/contract-step.ts";
import { findOfferPage, type OfferPage } from "#app/domain/services/offer-page.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { Openings } from "./openings.tsx";
import { Prices } from "./prices.tsx";
import { Ratings } from "./ratings.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const offerId = idParam<"offer">(params.offerId);
  const now = await databaseNow();
  const [offer, providers] = await Promise.all([
    findOfferPage(offerId, now),
    listProviders(offerId, now),
  ]);
  return { ...(offer ?? notFound()), providers };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, (messages, offer) => offer?.title ?? messages.services.catalogue.title);

export default function Offer() {
  const { offer: words, catalogue } = useMessages().services;
  const offer = useLoaderData<typeof loader>();
  const { contract } = offer;
  return (
    <Page
      title={offer.title}
      back={{ to: paths.services, label: catalogue.title }}
      lead={offer.organization.name}
      next={<Booking offer={offer} />}
      aside={<OfferFacts offer={offer} />}
    >
      {offer.description && (
        <Section title={words.about}>
          <Prose>{offer.description}</Prose>
        </Section>
      )}
      <Providers providers={offer.providers} to={paths.offer} />
      <Prices prices={offer.prices} programme={offer.programme} />
      {contract.status === "active" && <Openings openings={offer.openings} />}
      <Ratings ratings={offer.ratings} />
      <Section title={words.loop}>
        <StepLine
          at={contractStep({ ...offer, status: contract.status })}
          links={{
            need: paths.tender(contract.tenderId),
            scored: paths.scores(contract.tenderId),
            signed: paths.contract(contract.id),
          }}
        />
      </Section>
    </Page>
  );
}

function Booking({ offer: { id, contract } }: { offer: OfferPage }) {
  const { offer: words } = useMessages().services;
  if (contract.status !== "active") return <Notice kind="info">{words.ended}</Notice>;
  return (
    <Actions>
      <LinkButton kind="main" to={paths.resident.book(id)}>
        {words.book}
      </LinkButton>
    </Actions>
  );
}

function OfferFacts({ offer }: { offer: OfferPage }) {
  const { offer: words, modes } = useMessages().services;
  const { language } = usePreferences();
  const format = useFormat();
  const { site, organization, contract, office } = offer;
  return (
    <KeyFacts
      facts={[
        { label: words.kind, value: offer.kind[language] },
        { label: words.mode, value: modes[offer.mode] },
        { label: words.length, value: format.minutes(offer.durationMinutes) },
        { label: words.site, value: site && <Site {...site} /> },
        { label: words.communities, value: format.list(offer.communities) },
        {
          label: words.organization,
          value: <a href={paths.organizationPage(organization.id)}>{organization.name}</a>,
        },
        { label: words.staff, value: format.list(offer.staff) },
        {
          label: words.notice,
          value: words.noticeHours(format.minutes(60 * offer.noticeHours)),
        },
        {
          label: words.cancel,
          value: words.cancelHours(format.minutes(60 * offer.cancelCutoffHours)),
        },
        { label: words.contract, value: <Contract {...contract} /> },
        { label: words.help, value: <a href={`tel:${office.helpPhone}`}>{office.helpPhone}</a> },
      ]}
    />
  );
}

const Site = ({ name, address }: NonNullable<OfferPage["site"]>) => (
  <>
    {name}
    <span className="note">{address}</span>
  </>
);

function Contract({ id, title, endsOn }: OfferPage["contract"]) {
  const { offer: words } = useMessages().services;
  const { day } = useFormat();
  return (
    <>
      <a href={paths.contract(id)}>{title}</a>
      <span className="note">{words.until(day(endsOn))}</span>
    </>
  );
}
