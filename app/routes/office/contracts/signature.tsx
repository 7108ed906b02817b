import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SignaturePage } from "#app/components/contracts/signature-page.tsx";
import { findProof } from "#app/domain/accounts/second-factor-queries.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";

const SignatureForm = z.object({
  confirm: z.literal("on"),
  code: z.string().trim().min(6).max(40),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver");
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  return { contract, proof: await findProof(by.userId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, SignatureForm, async ({ code }) => {
    await signContract(act, { contractId, code });
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ contracts }) => contracts.sign.title);

export default function Signature() {
  const { sign } = useMessages().contracts;
  const format = useFormat();
  const { contract, proof } = useLoaderData<typeof loader>();
  const { id, value, ceiling, organizationSignedAt } = contract;
  const saving = fen((ceiling ?? value) - value);
  const effect = organizationSignedAt
    ? sign.effectLast(format.money(value), format.money(saving))
    : sign.effectFirst;
  return (
    <SignaturePage
      contract={contract}
      proof={proof}
      party="office"
      back={paths.office.contract(id)}
      effect={effect}
    />
  );
}
