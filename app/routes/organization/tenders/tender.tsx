import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { SuspendedNotice } from "#app/components/challenges/suspended-notice.tsx";
import { KeyFacts, Moment, Money, NextStep } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, LinkList, Page, Prose, Section } from "#app/components/page.tsx";
import { AmendmentHistory } from "#app/components/tenders/amendment-history.tsx";
import { BidResult } from "#app/components/tenders/bid-result.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { type BidderTender, findTenderForBidder } from "#app/domain/bids/queries.server.ts";
import { findOwnChallenges } from "#app/domain/challenges/own-queries.server.ts";
import { findChallenged } from "#app/domain/challenges/public-queries.server.ts";
import { listTenderAmendments } from "#app/domain/tender-amendments/queries.server.ts";
import { findBidResult } from "#app/domain/tenders/published-sheet.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BidStateTag } from "../bid-state-tag.tsx";
import { Criteria } from "./criteria.tsx";
import { nextOf } from "./next-of.ts";
import { OwnChallenges } from "./own-challenges.tsx";
import { OwnTalks } from "./own-talks.tsx";
import { Questions } from "./questions.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const tender = (await findTenderForBidder(by, idParam(params.tenderId))) ?? notFound();
  const [result, amendments, own, challenged] = await Promise.all([
    tender.bid && findBidResult(by, tender.id),
    listTenderAmendments(tender.id),
    findOwnChallenges(by, tender.id),
    findChallenged(tender.id),
  ]);
  return { ...tender, result, amendments, own, suspensions: challenged.suspensions };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ bids }, tender) => tender?.title ?? bids.list.title);

export default function TenderForBidder() {
  const { bids, challenges } = useMessages();
  const tender = useLoaderData<typeof loader>();
  const open = tender.status === "open";
  const next = tender.suspendedAt
    ? challenges.suspension.stopped
    : nextOf(bids.tender.next, tender);
  return (
    <Page
      title={tender.title}
      back={{ to: paths.organization.tenders }}
      status={<TenderStatusTag status={tender.status} />}
      next={
        <NextStep until={(open && !tender.suspendedAt && tender.deadline) || undefined}>
          {next}
        </NextStep>
      }
      aside={<TenderFacts tender={tender} />}
    >
      <SuspendedNotice suspensions={tender.suspensions} />
      {tender.talks && <OwnTalks talks={tender.talks} />}
      <OwnBid tender={tender} />
      {tender.result && <BidResult result={tender.result} />}
      <Section title={bids.tender.need}>
        <Prose>{tender.need}</Prose>
        <LinkList links={[{ to: paths.tender(tender.id), label: bids.tender.notice }]} />
      </Section>
      <AmendmentHistory amendments={tender.amendments} />
      <Section title={bids.tender.criteria}>
        <Criteria criteria={tender.criteria} method={tender.method} />
      </Section>
      <Questions tender={tender} />
      <OwnChallenges tenderId={tender.id} {...tender.own} />
    </Page>
  );
}

function TenderFacts({ tender }: { tender: BidderTender }) {
  const words = useMessages().bids.tender;
  const format = useFormat();
  const { ceiling, deadline, quantity, unit, startsOn, endsOn } = tender;
  return (
    <KeyFacts
      facts={[
        { label: words.office, value: tender.office },
        { label: words.deadline, value: deadline && <Moment at={deadline} as="deadline" /> },
        { label: words.ceiling, value: ceiling && <Money fen={ceiling} /> },
        {
          label: words.quantity,
          value: quantity && unit && words.amount(format.number(quantity), unit),
        },
        {
          label: words.period,
          value: startsOn && endsOn && words.to(format.day(startsOn), format.day(endsOn)),
        },
        { label: words.targetGroup, value: tender.targetGroup },
        { label: words.helpPhone, value: tender.helpPhone },
      ]}
    />
  );
}

/** The state of the reader's bid with its receipts, and what she may do about it while the tender is open. */
function OwnBid({ tender }: { tender: BidderTender }) {
  const { tender: words, receipt } = useMessages().bids;
  const format = useFormat();
  const { bid, first, receipts } = tender;
  const links = receipts.map(({ id, round, version, at }) => ({
    to: paths.organization.receipt(id),
    label: (round > 1 ? words.finalReceipt : words.receipt)(
      format.number(version),
      format.instant(at),
    ),
  }));
  return (
    <Section title={words.own}>
      <p>
        <BidStateTag state={bid?.state ?? (first && "negotiated")} />
      </p>
      {bid?.unopenableCause && (
        <Notice kind="refusal">{receipt.unopenable[bid.unopenableCause]}</Notice>
      )}
      {bid && isLapsed(tender) && <p>{words.lapsed}</p>}
      {bid?.lowBidAnswerBy && <AskedAboutPrice tender={tender} />}
      {takesBids(tender) && <BidActions tender={tender} />}
      {links.length > 0 && <LinkList links={links} />}
    </Section>
  );
}

/** Not confirmed after an amendment, whether or not a timer has written it down yet. */
const isLapsed = ({ status, bid }: BidderTender) =>
  bid?.state === "lapsed" || (bid?.state === "needs_confirm" && status !== "open");

/** The panel asks about the reader's price, or has her answer. */
function AskedAboutPrice({ tender: { id, bid } }: { tender: BidderTender }) {
  const { lowBid: words } = useMessages().bids;
  if (bid?.lowBidExplanation) return <Notice kind="info">{words.explained}</Notice>;
  if (bid?.state !== "opened") return null;
  return (
    <Notice kind="waiting" title={words.asked}>
      <Actions>
        <LinkButton to={paths.organization.lowBid(id)}>{words.go}</LinkButton>
      </Actions>
    </Notice>
  );
}

const takesBids = ({ status, suspendedAt, standing, obstacle }: BidderTender) =>
  status === "open" && !suspendedAt && standing === "verified" && !obstacle;

function BidActions({ tender: { id, round, bid } }: { tender: BidderTender }) {
  const words = useMessages().bids.tender;
  const { organization: to } = paths;
  const confirms = bid?.state === "needs_confirm";
  const stands = confirms || bid?.state === "submitted";
  return (
    <Actions>
      {confirms && (
        <LinkButton to={to.confirmation(id)} kind="main">
          {words.confirm}
        </LinkButton>
      )}
      <LinkButton to={to.bid(id)} kind={stands ? "plain" : "main"}>
        {stands ? words.replace : bid ? words.again : round > 1 ? words.writeFinal : words.write}
      </LinkButton>
      {stands && (
        <LinkButton to={to.withdrawal(id)} kind="quiet">
          {words.withdraw}
        </LinkButton>
      )}
    </Actions>
  );
}
