import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { ChangeSignature } from "#app/components/contracts/change-signature.tsx";
import { TerminationDocument } from "#app/components/contracts/termination-document.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { findProof } from "#app/domain/accounts/second-factor-queries.server.ts";
import { findTermination } from "#app/domain/contracts/changes.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { terminateContract } from "#app/domain/contracts/terminate.server.ts";
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
  const termination = (await findTermination(contract.id)) ?? notFound();
  const open = termination.confirmedAt === null;
  const mine =
    by.role === "approver" &&
    termination.proposedBy !== by.userId &&
    (!termination.mutual || termination.agreedAt !== null);
  return { contract, termination, open, mine: open && mine, proof: await findProof(by.userId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireOffice(request, "approver");
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, CodeForm, async ({ code }) => {
    await terminateContract(act, { contractId, code });
    return redirect(paths.office.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.end.title);

export default function Termination() {
  const { end: words } = useMessages().contractChanges;
  const { contract, termination, open, mine, proof } = useLoaderData<typeof loader>();
  const waiting = termination.mutual && !termination.agreedAt ? words.waitingMutual : words.waiting;
  return (
    <Page
      title={words.title}
      lead={termination.confirmedAt ? undefined : waiting}
      back={{ to: paths.office.contract(contract.id) }}
    >
      <TerminationDocument contract={contract} termination={termination} />
      {mine && <ChangeSignature proof={proof} effect={words.lead} submit={words.confirm} />}
      {open && (
        <Actions>
          <LinkButton to={paths.office.terminationDrop(contract.id)}>{words.drop}</LinkButton>
        </Actions>
      )}
    </Page>
  );
}
