import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Challenged } from "#app/components/challenges/challenged.tsx";
import { SuspendedNotice } from "#app/components/challenges/suspended-notice.tsx";
import { NextStep } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { LinkList, More, Page, Prose, Section } from "#app/components/page.tsx";
import { StepLine } from "#app/components/step-line.tsx";
import { AmendmentHistory } from "#app/components/tenders/amendment-history.tsx";
import { DraftComments } from "#app/components/tenders/draft-comments.tsx";
import { HowJudged } from "#app/components/tenders/how-judged.tsx";
import { ObjectionList } from "#app/components/tenders/objection-list.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { TenderTimeline } from "#app/components/tenders/tender-timeline.tsx";
import { findChallenged } from "#app/domain/challenges/public-queries.server.ts";
import { listObjections } from "#app/domain/objections/queries.server.ts";
import { findTenderLife } from "#app/domain/tenders/life.server.ts";
import { loopStepOf } from "#app/domain/tenders/notice.ts";
import { findOfficeTender } from "#app/domain/tenders/office-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dutyAddress } from "./duty-address.ts";
import { dutyLabel } from "./duty-label.ts";
import { otherPages } from "./other-pages.ts";
import { answersNow, QuestionList } from "./question-list.tsx";
import { Returns } from "./returns.tsx";
import { TenderFacts } from "./tender-facts.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireOfficeReader(request);
  const tenderId = idParam<"tender">(params.tenderId);
  const [found, life, challenged, objections] = await Promise.all([
    findOfficeTender(reader.by, tenderId),
    findTenderLife(reader.by, tenderId, reader),
    findChallenged(tenderId),
    listObjections(tenderId),
  ]);
  if (!found || !life) return notFound();
  return { found, life, challenged, objections, roles: reader.roles };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ projects }, loaded) => loaded?.found.tender.title ?? projects.list.title);

export default function OfficeTender() {
  const { office } = useMessages();
  const { found, life, challenged, objections, roles } = useLoaderData<typeof loader>();
  const { tender, project, status, criteria, questions, progress, amendments } = found;
  return (
    <Page
      title={tender.title}
      back={{ to: paths.office.projects }}
      status={<TenderStatusTag status={status} waiting={"duty" in life.step} />}
      next={<Next life={life} />}
      aside={<TenderFacts found={found} />}
    >
      <SuspendedNotice suspensions={challenged.suspensions} />
      {tender.sentBackReason && (
        <Notice kind="waiting" title={office.tender.sentBack}>
          <Prose>{tender.sentBackReason}</Prose>
        </Notice>
      )}
      <Returns returns={found.returns} />
      <StepLine {...loopStepOf({ ...tender, status }, progress)} />
      {project.need && (
        <Section title={office.tender.need}>
          <Prose>{project.need}</Prose>
        </Section>
      )}
      <Section title={office.tender.criteria}>
        <HowJudged criteria={criteria} method={tender.method} />
      </Section>
      <Comments />
      <AmendmentHistory amendments={amendments} />
      <QuestionList
        tenderId={tender.id}
        questions={questions}
        answers={answersNow({ status, deadline: tender.deadline }, roles)}
      />
      <ObjectionList tender={{ ...tender, status }} objections={objections} />
      <Challenged tenderId={tender.id} challenged={challenged} />
      <Texts contractDraft={tender.contractDraft} importNote={project.importNote} />
      <OtherPages />
      <Section title={office.tender.life}>
        <TenderTimeline {...found} {...tender} status={status} createdAt={project.createdAt} />
      </Section>
    </Page>
  );
}

type Life = Awaited<ReturnType<typeof loader>>["life"];

function Next({ life }: { life: Life }) {
  const { office } = useMessages();
  const { waits } = office;
  const { step, deadline, standstillEndsAt, commentsUntil, status } = life;
  const until = {
    consulting: commentsUntil,
    open: deadline,
    publicised: standstillEndsAt,
    in_review: deadline,
  };
  const stands = "wait" in step && step.wait === "for_resumption";
  const due = stands
    ? undefined
    : (Object.entries(until).find(([key]) => key === status)?.[1] ?? undefined);
  if (!("duty" in step)) return <NextStep until={due}>{waits[step.wait]}</NextStep>;
  return (
    <NextStep until={due}>
      <LinkButton kind="main" to={dutyAddress(step.duty, life)}>
        {dutyLabel(step.duty, life.method, office)}
      </LinkButton>
    </NextStep>
  );
}

function Texts({ contractDraft, importNote }: { contractDraft: string; importNote: string }) {
  const { tender } = useMessages().office;
  return (
    <>
      {contractDraft && (
        <Section title={tender.contractDraft}>
          <More label={tender.showContractDraft}>
            <Prose>{contractDraft}</Prose>
          </More>
        </Section>
      )}
      {importNote && (
        <Section title={tender.importNote}>
          <Prose>{importNote}</Prose>
        </Section>
      )}
    </>
  );
}

/** What was said of the draft; the officer replies until it goes to review. */
function Comments() {
  const { found, life, roles } = useLoaderData<typeof loader>();
  const { comments, tender } = found;
  if (comments.length === 0 && life.status !== "consulting") return null;
  const replies =
    roles.includes("officer") && (life.status === "consulting" || life.status === "draft");
  const replyAt = (commentId: string) => paths.office.draftReply(tender.id, commentId);
  return <DraftComments comments={comments} replyAt={replies ? replyAt : undefined} />;
}

function OtherPages() {
  const messages = useMessages();
  const { found, life, roles } = useLoaderData<typeof loader>();
  const links = otherPages(messages, { ...life, ...found.tender, roles, status: life.status });
  return links.length > 0 ? <LinkList links={links} /> : null;
}
