import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Challenged } from "#app/components/challenges/challenged.tsx";
import { SuspendedNotice } from "#app/components/challenges/suspended-notice.tsx";
import { KeyFacts, Moment, Money, NextStep } from "#app/components/facts.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { StepLine } from "#app/components/step-line.tsx";
import { AmendmentHistory } from "#app/components/tenders/amendment-history.tsx";
import { ObjectionList } from "#app/components/tenders/objection-list.tsx";
import { useSeveralFacts } from "#app/components/tenders/several-facts.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { TenderTimeline } from "#app/components/tenders/tender-timeline.tsx";
import { findChallenged } from "#app/domain/challenges/public-queries.server.ts";
import { listObjections } from "#app/domain/objections/queries.server.ts";
import { listPublishedEvidence } from "#app/domain/tenders/evidence-queries.server.ts";
import { isFinalRound } from "#app/domain/tenders/method.ts";
import { loopStepOf } from "#app/domain/tenders/notice.ts";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { type Messages, useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { DirectReasons } from "./direct-reasons.tsx";
import { Notice } from "./notice.tsx";
import { NoticeQuestions } from "./notice-questions.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const tenderId = idParam<"tender">(params.tenderId);
  const [notice, evidence, challenged, objections] = await Promise.all([
    findNotice(tenderId),
    listPublishedEvidence(tenderId),
    findChallenged(tenderId),
    listObjections(tenderId),
  ]);
  return { ...(notice ?? notFound()), evidence, challenged, objections };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ notices }, notice) => notice?.title ?? notices.list.title);

export default function Tender() {
  const { notice: words } = useMessages().notices;
  const tender = useLoaderData<typeof loader>();
  return (
    <Page
      title={tender.title}
      back={{ to: paths.tenders, label: words.back }}
      status={<TenderStatusTag status={tender.status} />}
      next={<Next />}
      aside={<Facts />}
    >
      <SuspendedNotice suspensions={tender.challenged.suspensions} />
      <StepLine {...loopStepOf(tender, tender.progress)} links={stepLinks(tender)} />
      <PublicRecords />
      <Direct />
      <Notice tender={tender} />
      <AmendmentHistory amendments={tender.amendments} />
      <NoticeQuestions questions={tender.questions} />
      <ObjectionList tender={tender} objections={tender.objections} />
      <Challenged tenderId={tender.id} challenged={tender.challenged} />
      <Section title={words.life}>
        <TenderTimeline {...tender} />
      </Section>
    </Page>
  );
}

type Tender = Awaited<ReturnType<typeof loader>>;

function Direct() {
  const { id, directGround, directReason, invited, evidence } = useLoaderData<typeof loader>();
  if (!directGround) return null;
  const direct = { ground: directGround, reason: directReason, invited };
  return <DirectReasons tenderId={id} direct={direct} evidence={evidence} />;
}

function Next() {
  const { notice: words } = useMessages().notices;
  const { suspension } = useMessages().challenges;
  const { id, status, round, deadline, standstillEndsAt, suspendedAt } =
    useLoaderData<typeof loader>();
  const finalOffers = status === "open" && round > 1;
  if (suspendedAt) return <NextStep>{suspension.now}</NextStep>;
  const known = Object.entries(words.next).find(([key]) => key === status);
  const until = { open: deadline, publicised: standstillEndsAt };
  const due = Object.entries(until).find(([key]) => key === status)?.[1] ?? undefined;
  return (
    <NextStep until={due}>
      <p>{finalOffers ? words.finalOffers : known?.[1]}</p>
      {status === "open" && <LinkButton to={paths.organization.tender(id)}>{words.bid}</LinkButton>}
    </NextStep>
  );
}

function Facts() {
  const { notices, endCodes } = useMessages();
  const words = notices.notice;
  const { number, day, list } = useFormat();
  const { language } = usePreferences();
  const tender = useLoaderData<typeof loader>();
  const several = useSeveralFacts(tender);
  const { ceiling, quantity, unit, startsOn, endsOn } = tender;
  return (
    <KeyFacts
      facts={[
        { label: words.office, value: tender.office },
        { label: words.number, value: tender.noticeNumber },
        { label: words.ceiling, value: ceiling && <Money fen={ceiling} /> },
        ...several,
        { label: words.quantity, value: quantity && words.amount(number(quantity), unit ?? "") },
        { label: words.targetGroup, value: tender.targetGroup },
        { label: words.communities, value: list(tender.communities) },
        {
          label: words.serviceType,
          value: language === "zh" ? tender.serviceTypeZh : tender.serviceTypeEn,
        },
        {
          label: words.period,
          value: startsOn && endsOn && words.periodOf(day(startsOn), day(endsOn)),
        },
        { label: words.deadline, value: tender.deadline && <Moment at={tender.deadline} /> },
        { label: words.ended, value: tender.endedCode && endCodes[tender.endedCode] },
        { label: words.endedReason, value: tender.endedReason },
        { label: words.phone, value: tender.helpPhone },
      ]}
    />
  );
}

/** What else is public of it by now. */
function PublicRecords() {
  const { notice: words } = useMessages().notices;
  const tender = useLoaderData<typeof loader>();
  const messages = useMessages();
  const links = [...recordsOf(tender, words, messages), ...documentsOf(tender, messages.documents)];
  return (
    <Section title={words.more}>
      <LinkList links={links} />
    </Section>
  );
}

type Words = Messages["notices"]["notice"];

function recordsOf(tender: Tender, words: Words, { consultation, talks, several }: Messages) {
  const { id, status, round, publicisedAt, awardedAt, contracts, consulted } = tender;
  const draft = consultation.page.link;
  const closed = (status !== "open" && status !== "cancelled") || round > 1;
  return [
    ...(closed
      ? [{ to: paths.receipts(id), label: words.receipts, note: words.receiptsNote }]
      : []),
    ...(consulted ? [{ to: paths.draft(id), label: draft }] : []),
    ...(publicisedAt
      ? [{ to: paths.scores(id), label: words.scores, note: words.scoresNote }]
      : []),
    ...(awardedAt && round > 1
      ? [{ to: paths.talks(id), label: talks.public.link, note: talks.public.linkNote }]
      : []),
    ...contracts.map((contract) => ({
      to: paths.contract(contract.id),
      label: contracts.length > 1 ? several.contractWith(contract.organization) : words.contract,
      note: words.contractNote,
    })),
    { to: paths.open.recordOf(id), label: words.data, note: words.dataNote },
  ];
}

/** Its official documents so far, each to be printed on A4. */
function documentsOf(tender: Tender, { kinds, tenderAmendment }: Messages["documents"]) {
  const { id, status, publicisedAt, awardedAt, amendments, challenged } = tender;
  const opened = tender.openedAt !== null && isFinalRound(tender);
  const ended = status === "failed" || status === "cancelled";
  const decided = { result: publicisedAt !== null, award: awardedAt !== null };
  const there = { notice: true, opening: opened, ...decided, ended };
  const papers = documentKinds
    .filter((kind) => there[kind])
    .map((kind) => ({ to: paths.tenderDocument(id, kind), label: kinds[kind] }));
  const amended = amendments.map(({ number }) => ({
    to: paths.tenderAmendmentDocument(id, number ?? 0),
    label: tenderAmendment.label(number ?? 0),
  }));
  const stood = challenged.suspensions.flatMap(({ endReason }, index) => {
    const paper = (kind: "suspension" | "resumption") => ({
      to: paths.suspensionDocument(id, index + 1, kind),
      label: kinds[kind],
    });
    return endReason === null ? [paper("suspension")] : [paper("suspension"), paper("resumption")];
  });
  return [...papers.slice(0, 1), ...amended, ...stood, ...papers.slice(1)];
}

const documentKinds = ["notice", "opening", "result", "award", "ended"] as const;

function stepLinks({ id, publicisedAt, contracts: [contract] }: Tender) {
  return {
    ...(publicisedAt && { scored: paths.scores(id) }),
    ...(contract && { signed: paths.contract(contract.id) }),
  };
}
