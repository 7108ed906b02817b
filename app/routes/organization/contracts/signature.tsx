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
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const SignatureForm = z.object({
  confirm: z.literal("on"),
  code: z.string().trim().min(6).max(40),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  return { contract, proof: await findProof(by.userId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, SignatureForm, async ({ code }) => {
    await signContract(act, { contractId, code });
    return redirect(paths.organization.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ contracts }) => contracts.sign.title);

export default function Signature() {
  const { sign } = useMessages().contracts;
  const { contract, proof } = useLoaderData<typeof loader>();
  return (
    <SignaturePage
      contract={contract}
      proof={proof}
      party="organization"
      back={paths.organization.contract(contract.id)}
      effect={contract.officeSignedAt ? sign.effectLastOrganization : sign.effectFirst}
    />
  );
}
