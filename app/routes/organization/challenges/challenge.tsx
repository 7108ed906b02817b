import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ChallengeStateTag } from "#app/components/challenges/challenge-state-tag.tsx";
import { ChallengeWords } from "#app/components/challenges/challenged.tsx";
import { NextStep } from "#app/components/facts.tsx";
import { Actions, Page, Prose, Section } from "#app/components/page.tsx";
import { findOwnChallenge } from "#app/domain/challenges/own-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return (await findOwnChallenge(by, idParam(params.challengeId))) ?? notFound();
}

export const meta: MetaFunction = (args) => titled(args, ({ challenges }) => challenges.mine.title);

export default function OwnChallenge() {
  const words = useMessages().challenges;
  const challenge = useLoaderData<typeof loader>();
  const { id, tenderId, title, subject, state, text, escalation, late } = challenge;
  return (
    <Page
      title={words.about(words.subjects[subject])}
      lead={title}
      back={{ to: paths.organization.tender(tenderId) }}
      status={<ChallengeStateTag state={state} />}
      next={
        <NextStep until={dueOf(challenge)}>
          {late ? words.mine.late : words.mine.next[state]}
        </NextStep>
      }
    >
      <Section title={words.mine.written}>
        <Prose>{text}</Prose>
      </Section>
      <ChallengeWords challenge={{ ...challenge, text: challenge.publishedText }} />
      {escalation && (
        <Section title={words.mine.complaint}>
          <Prose>{escalation}</Prose>
        </Section>
      )}
      <Actions>
        {challenge.mayEscalate && (
          <LinkButton kind="main" to={paths.organization.escalation(id)}>
            {words.mine.escalate}
          </LinkButton>
        )}
        {challenge.mayWithdraw && (
          <LinkButton kind="quiet" to={paths.organization.challengeWithdrawal(id)}>
            {words.mine.withdraw}
          </LinkButton>
        )}
      </Actions>
    </Page>
  );
}

type Due = {
  state: string;
  late: boolean;
  mayEscalate: boolean;
  escalateDueAt: Date;
  answerDueAt: Date;
  rulingDueAt: Date | null;
};

function dueOf({ state, mayEscalate, escalateDueAt, answerDueAt, rulingDueAt }: Due) {
  if (mayEscalate) return escalateDueAt;
  if (state === "filed" || state === "answered") return answerDueAt;
  return (state === "escalated" && rulingDueAt) || undefined;
}
