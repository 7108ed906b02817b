import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Moment } from "#app/components/facts.tsx";
import { Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page, Prose, Section } from "#app/components/page.tsx";
import { readClock } from "#app/domain/clock.server.ts";
import { listWrittenLetters } from "#app/domain/mail/queries.server.ts";
import { idSearchParam, notFound } from "#app/http/params.server.ts";
import { findSignedIn } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";

/** The letters of a demo; where the clock is the real one this address does not exist. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { movable } = await readClock();
  if (!movable) return notFound();
  const person = await findSignedIn(request);
  const managed = person?.memberships.find(({ role }) => role === "manager");
  return await listWrittenLetters({
    organizationId: managed?.organizationId ?? undefined,
    after: idSearchParam(request, "after"),
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ mail }) => mail.outbox.title);

export default function Outbox() {
  const { outbox } = useMessages().mail;
  const { rows, next } = useLoaderData<typeof loader>();
  return (
    <Page title={outbox.title} lead={outbox.lead}>
      {rows.length === 0 && <EmptyState>{outbox.empty}</EmptyState>}
      {rows.map((letter) => (
        <WrittenLetter key={letter.id} letter={letter} />
      ))}
      <Pager next={next} />
    </Page>
  );
}

type Written = Awaited<ReturnType<typeof listWrittenLetters>>["rows"][number];

function WrittenLetter({ letter }: { letter: Written }) {
  const { outbox, states } = useMessages().mail;
  const { subject, body, language, name, address, state, createdAt } = letter;
  return (
    <Section title={subject} note={outbox.to(name, address)}>
      <p className="note">
        {states[state]} <Moment at={createdAt} as="stamp" />
      </p>
      <div lang={language}>
        <Prose>{body}</Prose>
      </div>
    </Section>
  );
}
