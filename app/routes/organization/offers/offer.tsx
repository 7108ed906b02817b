import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Money, NextStep } from "#app/components/facts.tsx";
import { Actions, LinkList, Page, Prose, Section } from "#app/components/page.tsx";
import { findOwnOffer } from "#app/domain/services/offer-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { OfferStatusTag } from "./offer-status-tag.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return (await findOwnOffer(by, idParam(params.offerId))) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ services }, loaded) => loaded?.offer.title ?? services.own.title);

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function OwnOffer() {
  const { own, manage, offer: words } = useMessages().services;
  const loaded = useLoaderData<typeof loader>();
  const { offer, contract } = loaded;
  const active = contract.status === "active";
  const next = offer.published ? manage.next.published : manage.next[offer.mode];
  return (
    <Page
      title={offer.title}
      back={{ to: paths.organization.offers, label: own.title }}
      status={<OfferStatusTag published={offer.published} contractStatus={contract.status} />}
      next={<NextStep>{active ? next : manage.next.ended}</NextStep>}
      aside={<Facts loaded={loaded} />}
    >
      <OfferActions loaded={loaded} />
      {offer.description && (
        <Section title={words.about}>
          <Prose>{offer.description}</Prose>
        </Section>
      )}
      <Staff loaded={loaded} />
      {offer.mode === "seat" && <Sessions loaded={loaded} />}
    </Page>
  );
}

function OfferActions({ loaded: { offer, contract } }: { loaded: Loaded }) {
  const { manage } = useMessages().services;
  const { id, published } = offer;
  const { publication, pause, editOffer } = paths.organization;
  return (
    <Actions>
      {!published && contract.status === "active" && (
        <LinkButton kind="main" to={publication(id)}>
          {manage.publish}
        </LinkButton>
      )}
      <LinkButton to={editOffer(id)}>{manage.edit}</LinkButton>
      {published && <LinkButton to={paths.offer(id)}>{manage.publicPage}</LinkButton>}
      {published && (
        <LinkButton kind="danger" to={pause(id)}>
          {manage.pause}
        </LinkButton>
      )}
    </Actions>
  );
}

function Staff({ loaded: { offer, staff } }: { loaded: Loaded }) {
  const { manage, staff: words } = useMessages().services;
  const links = staff.map(({ id, name }) => ({ to: paths.organization.worker(id), label: name }));
  return (
    <Section title={manage.staff}>
      {links.length > 0 ? <LinkList links={links} /> : <p>{manage.noStaff}</p>}
      <Actions>
        <LinkButton to={paths.organization.staff(offer.id)}>{words.title(offer.title)}</LinkButton>
      </Actions>
    </Section>
  );
}

function Sessions({ loaded: { offer, upcoming } }: { loaded: Loaded }) {
  const { manage, own, sessions } = useMessages().services;
  const { count } = useFormat();
  return (
    <Section title={manage.sessions}>
      <p>{upcoming > 0 ? own.sessions(count(upcoming, "session")) : manage.noSessions}</p>
      <Actions>
        <LinkButton to={paths.organization.sessions(offer.id)}>
          {sessions.title(offer.title)}
        </LinkButton>
        <LinkButton to={paths.organization.newSessions(offer.id)}>{sessions.add}</LinkButton>
      </Actions>
    </Section>
  );
}

function Facts({ loaded }: { loaded: Loaded }) {
  const { offer: words, manage, form, modes } = useMessages().services;
  const format = useFormat();
  const { offer, contract, office, site, programme, communities } = loaded;
  const { minutes } = format;
  return (
    <KeyFacts
      facts={[
        { label: words.price, value: <Money fen={offer.price} /> },
        { label: form.programme, value: programme ?? form.noProgramme },
        { label: words.mode, value: modes[offer.mode] },
        { label: words.site, value: site },
        { label: words.length, value: minutes(offer.durationMinutes) },
        {
          label: manage.buffers,
          value: manage.bufferMinutes(
            minutes(offer.bufferBeforeMinutes),
            minutes(offer.bufferAfterMinutes),
          ),
        },
        { label: words.notice, value: words.noticeHours(minutes(60 * offer.noticeHours)) },
        { label: manage.horizon, value: format.count(offer.horizonDays, "day") },
        { label: words.cancel, value: words.cancelHours(minutes(60 * offer.cancelCutoffHours)) },
        { label: words.communities, value: format.list(communities.map(({ name }) => name)) },
        { label: manage.office, value: office },
        {
          label: words.contract,
          value: <a href={paths.organization.contract(offer.contractId)}>{contract.title}</a>,
        },
        { label: manage.initials, value: offer.initials },
      ]}
    />
  );
}
