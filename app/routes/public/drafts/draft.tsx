import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Moment, Money, NextStep } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { LinkList, More, Page, Prose, Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DraftComments } from "#app/components/tenders/draft-comments.tsx";
import { HowJudged } from "#app/components/tenders/how-judged.tsx";
import { findPublicDraft } from "#app/domain/consultations/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  return (await findPublicDraft(idParam(params.tenderId))) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ consultation }, draft) => draft?.title ?? consultation.list.title);

export default function Draft() {
  const { page: words } = useMessages().consultation;
  const draft = useLoaderData<typeof loader>();
  const { open, file } = draft;
  return (
    <Page
      title={draft.title}
      back={{ to: paths.drafts }}
      status={
        <StatusTag kind={file ? "running" : "done"}>
          {open ? words.stands : file ? words.waiting : words.ended}
        </StatusTag>
      }
      next={<Next />}
      aside={<Facts />}
    >
      {draft.takenBackReason && (
        <Notice kind="info" title={words.takenBack}>
          <Prose>{draft.takenBackReason}</Prose>
        </Notice>
      )}
      {file && <File file={file} />}
      <DraftComments comments={draft.comments} />
      {draft.publishedAt && (
        <LinkList links={[{ to: paths.tender(draft.id), label: words.notice }]} />
      )}
    </Page>
  );
}

type PublicDraft = Awaited<ReturnType<typeof loader>>;

function Next() {
  const { page: words } = useMessages().consultation;
  const { id, open, file, closesAt } = useLoaderData<typeof loader>();
  return (
    <NextStep until={open ? closesAt : undefined}>
      <p>{open ? words.next : file ? words.nextOver : words.nextEnded}</p>
      {open && <LinkButton to={paths.draftComment(id)}>{words.comment}</LinkButton>}
    </NextStep>
  );
}

function Facts() {
  const { page: words } = useMessages().consultation;
  const { number, day } = useFormat();
  const { office, helpPhone, openedAt, closesAt, file } = useLoaderData<typeof loader>();
  const { quantity, unit, startsOn, endsOn } = file ?? {};
  return (
    <KeyFacts
      facts={[
        { label: words.office, value: office },
        { label: words.number, value: file?.number },
        { label: words.ceiling, value: file?.ceiling && <Money fen={file.ceiling} /> },
        { label: words.quantity, value: quantity && words.amount(number(quantity), unit ?? "") },
        { label: words.targetGroup, value: file?.targetGroup },
        {
          label: words.period,
          value: startsOn && endsOn && words.periodOf(day(startsOn), day(endsOn)),
        },
        { label: words.opened, value: <Moment at={openedAt} as="stamp" /> },
        { label: words.until, value: <Moment at={closesAt} as="deadline" /> },
        { label: words.phone, value: helpPhone },
      ]}
    />
  );
}

/** What the draft says, as long as it stands in public. */
function File({ file }: { file: NonNullable<PublicDraft["file"]> }) {
  const { page: words } = useMessages().consultation;
  return (
    <>
      <Section title={words.need}>
        <Prose>{file.need}</Prose>
      </Section>
      <Section title={words.criteria}>
        <HowJudged criteria={file.criteria} method={file.method} />
      </Section>
      {file.contractDraft && (
        <Section title={words.contract}>
          <More label={words.showContract}>
            <Prose>{file.contractDraft}</Prose>
          </More>
        </Section>
      )}
    </>
  );
}
