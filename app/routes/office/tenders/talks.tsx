import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Moment, Money, NextStep } from "#app/components/facts.tsx";
import { Actions, LinkList, Page, Prose, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { findTalks, type Talks } from "#app/domain/tenders/talks-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const found = (await findTalks(by, idParam(params.tenderId))) ?? notFound();
  const own = found.call?.proposedBy === by.userId;
  const approves = roles.includes("approver") && !own;
  return { ...found, officer: roles.includes("officer"), approves };
}

export const meta: MetaFunction = (args) => titled(args, ({ talks }) => talks.office.title);

export default function OfficeTalks() {
  const { office: words } = useMessages().talks;
  const found = useLoaderData<typeof loader>();
  const { tender, bidders, call } = found;
  return (
    <Page
      title={words.title}
      lead={words.lead(tender.title)}
      back={{ to: paths.office.tender(tender.id) }}
      status={<TenderStatusTag status={tender.status} />}
      next={<NextStep>{words.next[stageOf(found)]}</NextStep>}
      wide
    >
      <Section title={words.bidders}>
        <Bidders />
      </Section>
      {bidders.flatMap(({ bidId, organization, talk }) =>
        talk ? [<Record key={bidId} organization={organization} talk={talk} />] : [],
      )}
      <Section title={words.call}>
        {call ? <Call call={call} /> : <p>{words.noCall}</p>}
        <CallActions />
      </Section>
    </Page>
  );
}

function stageOf({ talking, bidders, call }: Talks) {
  if (!talking) return "over";
  if (bidders.some(({ state, talk }) => state === "opened" && !talk)) return "talk";
  return call ? "approve" : "propose";
}

type Bidder = Talks["bidders"][number];

function Bidders() {
  const { office: words } = useMessages().talks;
  const { tender, bidders, talking, chair } = useLoaderData<typeof loader>();
  const write = ({ bidId, state, talk }: Bidder) =>
    talking && chair && state === "opened" ? (
      <a href={paths.office.talksRecord(tender.id, bidId)}>{talk ? words.rewrite : words.write}</a>
    ) : null;
  return (
    <DataTable
      caption={words.bidders}
      rows={bidders}
      rowKey={({ bidId }) => bidId}
      columns={[
        {
          key: "organization",
          label: words.organization,
          main: true,
          cell: ({ organization }) => organization,
        },
        {
          key: "price",
          label: words.price,
          align: "end",
          cell: ({ price }) => price && <Money fen={price} />,
        },
        {
          key: "talk",
          label: words.talk,
          cell: (bidder) => (
            <>
              <Standing bidder={bidder} /> {write(bidder)}
            </>
          ),
        },
      ]}
      empty={null}
    />
  );
}

function Standing({ bidder: { disqualifiedReason, talk } }: { bidder: Bidder }) {
  const { office: words } = useMessages().talks;
  const { common } = useMessages();
  if (disqualifiedReason !== null) return words.out + common.aside(disqualifiedReason);
  return talk ? <Moment at={talk.heldAt} as="stamp" /> : words.notYet;
}

function Record({ organization, talk }: { organization: string; talk: Bidder["talk"] }) {
  const { record: words } = useMessages().talks;
  if (!talk) return null;
  return (
    <Section title={words.lead(organization)}>
      <KeyFacts
        facts={[
          { label: words.heldAt, value: <Moment at={talk.heldAt} as="stamp" /> },
          { label: words.bidderSide, value: talk.bidderSide },
          { label: words.agreed, value: <Prose>{talk.agreed}</Prose> },
          {
            label: words.confidential,
            value: talk.confidential && <Prose>{talk.confidential}</Prose>,
          },
        ]}
      />
    </Section>
  );
}

function Call({ call }: { call: NonNullable<Talks["call"]> }) {
  const { office: words } = useMessages().talks;
  return (
    <KeyFacts
      facts={[
        { label: words.deadline, value: <Moment at={call.deadline} as="deadline" /> },
        { label: words.changes, value: <Prose>{call.changes}</Prose> },
        { label: words.proposer, value: call.proposer },
      ]}
    />
  );
}

function CallActions() {
  const { office: words } = useMessages().talks;
  const found = useLoaderData<typeof loader>();
  const { tender, call, officer, approves } = found;
  const stage = stageOf(found);
  const { office: to } = paths;
  if (stage === "over") return null;
  if (stage === "talk") {
    return officer ? (
      <LinkList links={[{ to: to.fewerBids(tender.id), label: words.fewer }]} />
    ) : null;
  }
  return (
    <Actions>
      {call && approves && (
        <LinkButton to={to.finalCallApproval(tender.id)}>{words.approve}</LinkButton>
      )}
      {officer && (
        <LinkButton to={to.finalCall(tender.id)} kind={call ? "quiet" : "main"}>
          {call ? words.proposeAgain : words.propose}
        </LinkButton>
      )}
    </Actions>
  );
}
