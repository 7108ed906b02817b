import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { AmendmentDocument } from "#app/components/contracts/amendment-document.tsx";
import { ChangeSignature } from "#app/components/contracts/change-signature.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { findProof } from "#app/domain/accounts/second-factor-queries.server.ts";
import { findAmendment } from "#app/domain/contracts/changes.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { signAmendment } from "#app/domain/contracts/sign-amendment.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CodeForm = z.object({ code: z.string().trim().min(6).max(40) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  const id = idParam<"contract_amendment">(params.amendmentId);
  const amendment = (await findAmendment(contract.id, id, { all: true })) ?? notFound();
  const { state } = amendment;
  const mine = state === "agreed";
  return {
    contract,
    amendment,
    mine,
    open: state !== "in_force",
    proof: await findProof(by.userId),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const contractId = idParam<"contract">(params.contractId);
  const amendmentId = idParam<"contract_amendment">(params.amendmentId);
  return submit(request, CodeForm, async ({ code }) => {
    await signAmendment(act, { contractId, amendmentId, code });
    return redirect(paths.organization.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.agree.sign);

export default function AmendmentSignature() {
  const { agree: words } = useMessages().contractChanges;
  const { contract, amendment, mine, open, proof } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.sign}
      lead={words.lead}
      back={{ to: paths.organization.contract(contract.id) }}
    >
      <AmendmentDocument contract={contract} amendment={amendment} />
      {mine && <ChangeSignature proof={proof} effect={words.effect} submit={words.sign} />}
      {open && (
        <Actions>
          <LinkButton to={paths.organization.amendmentDrop(contract.id, amendment.id)}>
            {words.drop}
          </LinkButton>
        </Actions>
      )}
    </Page>
  );
}
