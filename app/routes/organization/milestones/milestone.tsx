import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Money, NextStep } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Calculation } from "#app/components/milestones/calculation.tsx";
import { MilestoneFacts, MilestoneStatus } from "#app/components/milestones/milestone-facts.tsx";
import { SampleAnswers } from "#app/components/milestones/sample-answers.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import { findOwnMilestone } from "#app/domain/milestones/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { NotYetClaimable } from "./not-yet-claimable.tsx";

const ClaimForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  return (await findOwnMilestone(by, idParam(params.milestoneId), at)) ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const milestoneId = idParam<"milestone">(params.milestoneId);
  return submit(request, ClaimForm, async () => {
    await claimMilestone(act, { milestoneId });
    return redirect(paths.organization.milestone(milestoneId), 303);
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ milestones }, milestone) => milestone?.name ?? milestones.title);

export default function OwnMilestone() {
  const words = useMessages().milestones;
  const milestone = useLoaderData<typeof loader>();
  const { state, contractId, contract, name, sentBackReason, outcome, obstacle } = milestone;
  const open = state === "scheduled";
  return (
    <Page
      title={name}
      lead={contract}
      back={{ to: paths.organization.contract(contractId), label: contract }}
      status={<MilestoneStatus state={state} waiting={open && !obstacle} />}
      next={<NextStep>{open && !obstacle ? words.next.claim : nextWords(words, state)}</NextStep>}
      aside={<MilestoneFacts milestone={milestone} />}
    >
      {sentBackReason && <Notice kind="waiting">{words.sentBack(sentBackReason)}</Notice>}
      {open ? (
        <Claim />
      ) : (
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

function Claim() {
  const { claim } = useMessages().milestones;
  const { refusals } = useMessages();
  const format = useFormat();
  const { claimable, obstacle } = useLoaderData<typeof loader>();
  const [form] = useServerForm<typeof ClaimForm>();
  return (
    <>
      <Section title={claim.take} note={claim.takeNote}>
        <KeyFacts
          facts={[
            { label: claim.bookings, value: format.count(claimable.bookings, "time") },
            { label: claim.fund, value: <Money fen={claimable.fund} /> },
          ]}
        />
        {obstacle && <Notice kind="info">{refusals[obstacle]}</Notice>}
        {!obstacle && claimable.fund > 0 && (
          <Form form={form}>
            <p>{claim.after}</p>
            <SubmitButton>{claim.submit}</SubmitButton>
          </Form>
        )}
      </Section>
      <NotYetClaimable />
      <Actions>
        <LinkButton to={paths.organization.bookings}>{claim.seeBookings}</LinkButton>
      </Actions>
    </>
  );
}

type Words = ReturnType<typeof useMessages>["milestones"];
type State = Awaited<ReturnType<typeof loader>>["state"];

const nextWords = ({ next }: Words, state: State) =>
  state === "claimed" ? next.claimed : next[state];
