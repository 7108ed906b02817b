import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ChallengeStateTag } from "#app/components/challenges/challenge-state-tag.tsx";
import { ChallengeWords } from "#app/components/challenges/challenged.tsx";
import { KeyFacts, Moment, NextStep } from "#app/components/facts.tsx";
import { LinkList, Page, Prose, Section } from "#app/components/page.tsx";
import { findChallenge, listChallengesFor } from "#app/domain/challenges/office-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { challengeAddress } from "./challenge-address.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireOfficeReader(request);
  const challenge = (await findChallenge(reader.by, idParam(params.challengeId))) ?? notFound();
  const waiting = await listChallengesFor(reader.by, reader);
  return { challenge, mine: waiting.some(({ id }) => id === challenge.id) };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.office.title);

export default function Challenge() {
  const words = useMessages().challenges;
  const { challenge, mine } = useLoaderData<typeof loader>();
  const { tenderId, title, subject, state, organization, text, escalation } = challenge;
  return (
    <Page
      title={words.about(words.subjects[subject])}
      lead={title}
      back={{ to: paths.office.challenges }}
      status={<ChallengeStateTag state={state} />}
      next={<Next challenge={challenge} mine={mine} />}
      aside={
        <KeyFacts
          facts={[
            { label: words.office.organization, value: organization ?? words.office.hidden },
            { label: words.filedAt, value: <Moment at={challenge.filedAt} as="stamp" /> },
            { label: words.dueAt, value: <Moment at={challenge.answerDueAt} as="deadline" /> },
          ]}
        />
      }
    >
      <Section title={words.office.written}>
        <Prose>{text}</Prose>
      </Section>
      <ChallengeWords challenge={{ ...challenge, text: challenge.publishedText }} />
      {escalation && (
        <Section title={words.office.complaint}>
          <Prose>{escalation}</Prose>
        </Section>
      )}
      <LinkList links={[{ to: paths.office.tender(tenderId), label: title }]} />
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Next({ challenge, mine }: Loaded) {
  const { office: words } = useMessages().challenges;
  const { id, state, due, overdue } = challenge;
  const open = state === "filed" || state === "answered" || state === "escalated" ? state : "over";
  return (
    <NextStep until={due ?? undefined}>
      {mine && open !== "over" ? (
        <LinkButton kind="main" to={challengeAddress(id, open)}>
          {words[dutyOf[open]].title}
        </LinkButton>
      ) : (
        <p>{overdue ? words.overdue : words.waits[open]}</p>
      )}
    </NextStep>
  );
}

const dutyOf = { filed: "answer", answered: "decision", escalated: "ruling" } as const;
