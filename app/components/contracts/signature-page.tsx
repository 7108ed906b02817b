import type { z } from "zod";
import { Checkbox } from "#app/components/choices.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { ContractDocument } from "./contract-document.tsx";

type SignaturePageProps = {
  contract: ContractDetail;
  /** For whom the reader signs. */
  party: "office" | "organization";
  back: string;
  /** What her signature will do. */
  effect: string;
};

/** The whole contract to read once more, and the signature below it. */
export function SignaturePage({ contract, party, back, effect }: SignaturePageProps) {
  const { sign: words } = useMessages().contracts;
  const [form, fields] = useServerForm<z.ZodType<unknown, { confirm: string }>>();
  const { officeSignedAt, organizationSignedAt } = contract;
  const signed = party === "office" ? officeSignedAt : organizationSignedAt;
  return (
    <Page title={words.title} lead={words[party]} back={{ to: back }} narrow>
      <ContractDocument contract={contract} />
      {signed ? (
        <Notice kind="success" title={words.signed} />
      ) : (
        <Form form={form}>
          <p>{words.check}</p>
          <p>{effect}</p>
          <Checkbox field={fields.confirm} label={words.confirm} />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
