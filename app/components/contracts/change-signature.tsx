import type { ReactNode } from "react";
import type { z } from "zod";
import { CodeField, type Proof } from "#app/components/accounts/code-field.tsx";
import { SetUpFirst } from "#app/components/accounts/set-up-first.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { useMessages } from "#app/i18n/messages.ts";

/** What a signature will do, the code of the signer's second factor, and the button. */
export function ChangeSignature({
  proof,
  effect,
  submit,
}: {
  proof: Proof;
  effect: ReactNode;
  submit: string;
}) {
  const { secondFactor } = useMessages();
  const [form, fields] = useServerForm<z.ZodType<unknown, { code: string }>>();
  if (!proof.on) return <SetUpFirst />;
  return (
    <Form form={form}>
      <p>{effect}</p>
      <CodeField field={fields.code} label={secondFactor.code} demo={proof.demo} />
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  );
}
