import type { z } from "zod";
import { TextArea } from "#app/components/fields.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { WhileOpen } from "#app/components/moved-on.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import type { Terms } from "#app/domain/tenders/terms.ts";
import { useMessages } from "#app/i18n/messages.ts";

type TermsRefusalProps = {
  terms: Terms;
  /** Whether it was the reader herself who recommended the applicant. */
  own: boolean;
  back: string;
};

/** One side's no, with its reason. */
export function TermsRefusalPage({ terms, own, back }: TermsRefusalProps) {
  const { terms: words } = useMessages();
  const { refusal } = words;
  const { title, party, open } = terms;
  const [form, fields] = useServerForm<z.ZodType<unknown, { reason: string }>>();
  return (
    <Page title={refusal.title} lead={words.lead(title)} back={{ to: back }} narrow>
      {own ? (
        <Notice kind="waiting" title={refusal.own} />
      ) : (
        <WhileOpen open={open} to={back}>
          <Notice kind="waiting">
            <p>{refusal.effect[party]}</p>
          </Notice>
          <Form form={form}>
            <TextArea
              field={fields.reason}
              label={refusal.reason}
              hint={refusal.reasonHint}
              minLength={5}
              maxLength={500}
            />
            <SubmitButton kind="danger">{refusal.submit}</SubmitButton>
          </Form>
        </WhileOpen>
      )}
    </Page>
  );
}
