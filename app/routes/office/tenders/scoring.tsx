import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState, Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { listAttachments } from "#app/domain/bids/attachment-queries.server.ts";
import { saveScores } from "#app/domain/tenders/score.server.ts";
import { findScoring } from "#app/domain/tenders/score-queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ScoreFields } from "./score-fields.tsx";
import { scoresForm, scoresFrom } from "./scores-form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  const scoring = (await findScoring(by, tenderId)) ?? notFound();
  return { ...scoring, attachments: await listAttachments(by, tenderId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "panel");
  const tenderId = idParam<"tender">(params.tenderId);
  const scoring = (await findScoring(act.by, tenderId)) ?? notFound();
  return submit(request, scoresForm(scoring), async (points) => {
    await saveScores(act, { tenderId, scores: scoresFrom(scoring, points) });
    return redirect(`${paths.office.scoring(tenderId)}?saved=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ award }, scoring) => (scoring?.votes ? award.votes : award).scoring.title);

export default function Scoring() {
  const { award } = useMessages();
  const scoring = useLoaderData<typeof loader>();
  const words = (scoring.votes ? award.votes : award).scoring;
  const { tender, seat, bids } = scoring;
  const ready =
    tender.status === "evaluating" && tender.final && seat.conflict === false && !seat.submittedAt;
  return (
    <Page
      title={words.title}
      lead={award.scoring.lead(tender.title)}
      back={{ to: paths.office.report(tender.id) }}
      narrow
    >
      <State />
      {ready && bids.length === 0 && <EmptyState>{words.noBids}</EmptyState>}
      {ready && bids.length > 0 && (
        <ScoreFields scoring={scoring} attachments={scoring.attachments} />
      )}
    </Page>
  );
}

/** Why there is nothing to score, or what was just saved. */
function State() {
  const { award } = useMessages();
  const { declaration, report } = award;
  const { tender, seat, votes } = useLoaderData<typeof loader>();
  const words = (votes ? award.votes : award).scoring;
  const [search] = useSearchParams();
  if (seat.conflict) return <Notice kind="info" title={declaration.done.conflict} />;
  if (seat.submittedAt) return <Notice kind="success" title={words.handedIn} />;
  if (seat.conflict === null) {
    return (
      <Notice kind="waiting" title={words.declareFirst}>
        <Actions>
          <LinkButton kind="main" to={paths.office.declaration(tender.id)}>
            {declaration.title}
          </LinkButton>
        </Actions>
      </Notice>
    );
  }
  if (!tender.final) return <Notice kind="info" title={report.next.talks} />;
  if (!search.has("saved")) return <p>{words.blind}</p>;
  return (
    <Notice kind="success" title={words.saved}>
      <Actions>
        <LinkButton to={paths.office.handIn(tender.id)}>{words.toHandIn}</LinkButton>
      </Actions>
    </Notice>
  );
}
