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
import { agreeToAmendment } from "#app/domain/contracts/agree-amendment.server.ts";
import { findAmendment } from "#app/domain/contracts/changes.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const CodeForm = z.object({ code: z.string().trim().min(6).max(40) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "approver", "officer");
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  const id = idParam<"contract_amendment">(params.amendmentId);
  const amendment = (await findAmendment(contract.id, id, { all: true })) ?? notFound();
  const { state } = amendment;
  const mine = state === "proposed" && by.role === "approver" && amendment.proposedBy !== by.userId;
  return {
    contract,
    amendment,
    mine,
    open: state !== "in_force",
    proof: await findProof(by.userId),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const contractId = idParam<"contract">(params.contractId);
  const amendmentId = idParam<"contract_amendment">(params.amendmentId);
  return submit(request, CodeForm, async ({ code }) => {
    await agreeToAmendment(act, { contractId, amendmentId, code });
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.agree.title);

export default function Agreement() {
  const { agree: words } = useMessages().contractChanges;
  const { contract, amendment, mine, open, proof } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.office.contract(contract.id) }}>
      <AmendmentDocument contract={contract} amendment={amendment} />
      {mine && <ChangeSignature proof={proof} effect={words.lead} submit={words.submit} />}
      {open && (
        <Actions>
          <LinkButton to={paths.office.amendmentDrop(contract.id, amendment.id)}>
            {words.drop}
          </LinkButton>
        </Actions>
      )}
    </Page>
  );
}
