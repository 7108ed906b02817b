import type { z } from "zod";
import { CodeField, type Proof } from "#app/components/accounts/code-field.tsx";
import { SetUpFirst } from "#app/components/accounts/set-up-first.tsx";
import { Checkbox } from "#app/components/choices.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { ContractDocument } from "./contract-document.tsx";

type SignaturePageProps = {
  contract: ContractDetail;
  proof: Proof;
  /** For whom the reader signs. */
  party: "office" | "organization";
  back: string;
  /** What her signature will do. */
  effect: string;
};

/** The whole contract to read once more, and the signature below it. */
export function SignaturePage({ contract, proof, party, back, effect }: SignaturePageProps) {
  const { contracts, secondFactor } = useMessages();
  const { sign: words } = contracts;
  const [form, fields] = useServerForm<z.ZodType<unknown, { confirm: string; code: string }>>();
  const { officeSignedAt, organizationSignedAt } = contract;
  const signed = party === "office" ? officeSignedAt : organizationSignedAt;
  return (
    <Page title={words.title} lead={words[party]} back={{ to: back }} narrow>
      <ContractDocument contract={contract} />
      {signed && <Notice kind="success" title={words.signed} />}
      {!signed && !proof.on && <SetUpFirst />}
      {!signed && proof.on && (
        <Form form={form}>
          <p>{words.check}</p>
          <p>{effect}</p>
          <Checkbox field={fields.confirm} label={words.confirm} />
          <CodeField field={fields.code} label={secondFactor.code} demo={proof.demo} />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
