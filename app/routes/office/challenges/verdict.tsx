import { z } from "zod";
import { ChallengeWords } from "#app/components/challenges/challenged.tsx";
import { RadioGroup } from "#app/components/choices.tsx";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Page, Prose, Section } from "#app/components/page.tsx";
import type { findChallenge } from "#app/domain/challenges/office-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** For the challenger or against her, and why. */
export const VerdictForm = z.object({
  verdict: z.enum(["for", "against"]),
  reason: z.string().trim().min(5).max(2000),
});

type VerdictPageProps = {
  challenge: NonNullable<Awaited<ReturnType<typeof findChallenge>>>;
  title: string;
  submit: string;
  choices: { for: string; against: string; againstHint: string };
};

/** All that was said of a challenge, and the form of whoever decides on it. */
export function VerdictPage({ challenge, title, submit, choices }: VerdictPageProps) {
  const { office: words } = useMessages().challenges;
  const [form, fields] = useServerForm<typeof VerdictForm>();
  const effect = words.decision.acceptHint[challenge.reopens ? "reopen" : "suspend"];
  return (
    <Page
      title={title}
      lead={challenge.title}
      back={{ to: paths.office.challenge(challenge.id) }}
      narrow
    >
      <Section title={words.written}>
        <Prose>{challenge.text}</Prose>
      </Section>
      <ChallengeWords challenge={{ ...challenge, text: challenge.publishedText }} />
      {challenge.escalation && (
        <Section title={words.complaint}>
          <Prose>{challenge.escalation}</Prose>
        </Section>
      )}
      <Form form={form}>
        <RadioGroup
          field={fields.verdict}
          label={words.decision.choice}
          options={[
            { value: "for", label: choices.for, hint: effect },
            { value: "against", label: choices.against, hint: choices.againstHint },
          ]}
        />
        <TextArea
          field={fields.reason}
          label={words.decision.reason}
          hint={words.decision.reasonHint}
          minLength={5}
          maxLength={2000}
        />
        <SubmitButton>{submit}</SubmitButton>
      </Form>
    </Page>
  );
}
