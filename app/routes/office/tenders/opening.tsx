import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { KeyFacts, Moment, NextStep } from "#app/components/facts.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { OpeningTurns } from "#app/components/tenders/opening-turns.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { listAttachments } from "#app/domain/bids/attachment-queries.server.ts";
import { findOpening, type Opening } from "#app/domain/tenders/opening-queries.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice, requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { OpeningPart } from "./opening-part.tsx";
import { OpeningRecord } from "./opening-record.tsx";
import { openingStage } from "./opening-stage.ts";

const TurnForm = z.object({ passphrase: z.string().min(1).max(200) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const opening = (await findOpening(by, idParam(params.tenderId))) ?? notFound();
  const attachments = await listAttachments(by, opening.id);
  return { ...opening, attachments, mayFail: roles.includes("officer") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "opener");
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, TurnForm, async ({ passphrase }) => {
    await takeOpeningTurn(act, { tenderId, passphrase });
    return redirect(paths.office.opening(tenderId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ openings }) => openings.opening.title);

export default function TenderOpening() {
  const { opening: words } = useMessages().openings;
  const format = useFormat();
  const opening = useLoaderData<typeof loader>();
  const { id, title, status, deadline, turns, opened, submitted, minimumBids } = opening;
  const stage = openingStage(opening);
  const rounds = [...new Set(opened.map(({ round }) => round))].toSorted();
  const next =
    stage === "few"
      ? words.next.few(format.count(submitted ?? 0, "bid"), format.count(minimumBids, "bid"))
      : words.next[stage];
  return (
    <Page
      title={words.title}
      lead={title}
      back={{ to: paths.office.tender(id) }}
      status={<TenderStatusTag status={status} waiting={status === "closed"} />}
      next={<NextStep until={(stage === "early" && deadline) || undefined}>{next}</NextStep>}
      wide
    >
      <OpeningPart opening={opening} stage={stage} mayFail={opening.mayFail} />
      <OpeningFacts opening={opening} />
      <Section title={words.turns}>
        <OpeningTurns turns={turns} />
      </Section>
      {rounds.map((each) => (
        <OpeningRecord
          key={each}
          round={opening.rounds > 1 ? each : null}
          bids={opened.filter((bid) => bid.round === each)}
        />
      ))}
      <AttachmentList tenderId={id} attachments={opening.attachments} />
      <LinkList links={[{ to: paths.receipts(id), label: words.receipts }]} />
    </Page>
  );
}

function OpeningFacts({ opening }: { opening: Opening }) {
  const { holders, opening: words } = useMessages().openings;
  const format = useFormat();
  const { deadline, past, submitted, minimumBids, openerA, openerB, openedAt } = opening;
  return (
    <KeyFacts
      facts={[
        { label: words.deadline, value: deadline && <Moment at={deadline} as="deadline" /> },
        {
          label: words.submitted,
          value: past && submitted !== undefined ? format.count(submitted, "bid") : null,
        },
        { label: words.minimum, value: format.count(minimumBids, "bid") },
        { label: holders.a, value: openerA ?? words.noOpener },
        { label: holders.b, value: openerB ?? words.noOpener },
        { label: words.openedAt, value: openedAt && <Moment at={openedAt} as="stamp" /> },
      ]}
    />
  );
}
