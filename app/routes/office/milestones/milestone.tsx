import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { NextStep } from "#app/components/facts.tsx";
import { Calculation } from "#app/components/milestones/calculation.tsx";
import { MilestoneFacts, MilestoneStatus } from "#app/components/milestones/milestone-facts.tsx";
import { SampleAnswers } from "#app/components/milestones/sample-answers.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { answeredEnough, answersMissing } from "#app/domain/milestones/calculation.ts";
import { findOfficeMilestone } from "#app/domain/milestones/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles, userId } = await requireOfficeReader(request);
  const milestone = (await findOfficeMilestone(by, idParam(params.milestoneId))) ?? notFound();
  const { state, outcome, acceptedById } = milestone;
  const claimed = state === "claimed" && roles.includes("officer");
  return {
    milestone,
    toAccept: claimed && answeredEnough(outcome.sample),
    toSendBack: claimed,
    toClawBack:
      state === "paid" && roles.includes("finance") && milestone.returned < outcome.result.pay,
    toPay: state === "accepted" && roles.includes("finance") && acceptedById !== userId,
  };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ milestones }, found) => found?.milestone.name ?? milestones.title);

export default function OfficeMilestone() {
  const words = useMessages().milestones;
  const { milestone, toAccept, toSendBack, toPay, toClawBack } = useLoaderData<typeof loader>();
  const { id, state, contract, name, outcome } = milestone;
  return (
    <Page
      title={name}
      lead={contract}
      back={{ to: paths.office.milestones, label: words.title }}
      status={<MilestoneStatus state={state} waiting={toAccept || toPay} />}
      next={<Next />}
      aside={<MilestoneFacts milestone={milestone} />}
    >
      <Actions>
        {toAccept && (
          <LinkButton kind="main" to={paths.office.acceptance(id)}>
            {words.accept.go}
          </LinkButton>
        )}
        {toPay && (
          <LinkButton kind="main" to={paths.office.payment(id)}>
            {words.pay.go}
          </LinkButton>
        )}
        {toClawBack && <LinkButton to={paths.office.clawBack(id)}>{words.clawBack.go}</LinkButton>}
        {toSendBack && (
          <LinkButton to={paths.office.returnMilestone(id)}>{words.sendBack.go}</LinkButton>
        )}
      </Actions>
      {state !== "scheduled" && (
        <>
          <Section title={words.sample.title}>
            <SampleAnswers sample={outcome.sample} />
          </Section>
          <Section title={words.why.title}>
            <Calculation calculation={outcome} provisional={state === "claimed"} />
          </Section>
        </>
      )}
    </Page>
  );
}

/** Who does what next, and after a return why it was sent back. */
function Next() {
  const words = useMessages().milestones;
  const format = useFormat();
  const { milestone } = useLoaderData<typeof loader>();
  const { state, outcome, sentBackReason } = milestone;
  const missing = answersMissing(outcome.sample);
  const claimed =
    missing > 0 ? words.next.waiting(format.count(missing, "person")) : words.next.accept;
  return (
    <NextStep>
      <p>{state === "claimed" ? claimed : words.next[state]}</p>
      {sentBackReason && <Notice kind="info">{words.sentBack(sentBackReason)}</Notice>}
    </NextStep>
  );
}
