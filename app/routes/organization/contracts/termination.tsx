import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChangeSignature } from "#app/components/contracts/change-signature.tsx";
import { TerminationDocument } from "#app/components/contracts/termination-document.tsx";
import { Page } from "#app/components/page.tsx";
import { findProof } from "#app/domain/accounts/second-factor-queries.server.ts";
import { agreeToTermination } from "#app/domain/contracts/agree-termination.server.ts";
import { findTermination } from "#app/domain/contracts/changes.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
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
  const termination = (await findTermination(contract.id)) ?? notFound();
  const open = termination.confirmedAt === null;
  const mine = termination.mutual && termination.agreedAt === null;
  return { contract, termination, open, mine: open && mine, proof: await findProof(by.userId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const contractId = idParam<"contract">(params.contractId);
  return submit(request, CodeForm, async ({ code }) => {
    await agreeToTermination(act, { contractId, code });
    return redirect(paths.organization.contract(contractId), 303);
  });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contractChanges }) => contractChanges.end.title);

export default function Termination() {
  const { end: words } = useMessages().contractChanges;
  const { contract, termination, mine, proof } = useLoaderData<typeof loader>();
  const waiting = termination.mutual && !termination.agreedAt ? words.waitingMutual : words.waiting;
  return (
    <Page
      title={words.title}
      lead={termination.confirmedAt ? undefined : waiting}
      back={{ to: paths.organization.contract(contract.id) }}
    >
      <TerminationDocument contract={contract} termination={termination} />
      {mine && <ChangeSignature proof={proof} effect={words.lead} submit={words.agree} />}
    </Page>
  );
}
