import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TerminationDocument } from "#app/components/contracts/termination-document.tsx";
import { Page } from "#app/components/page.tsx";
import { findTermination } from "#app/domain/contracts/changes.server.ts";
import { findPublicContract } from "#app/domain/contracts/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const contract = (await findPublicContract(idParam(params.contractId))) ?? notFound();
  const termination = await findTermination(contract.id);
  return termination?.confirmedAt ? { contract, termination } : notFound();
}

export const meta: MetaFunction = (args) =>
  titled(args, (words) => words.contractChanges.end.title);

export default function Termination() {
  const words = useMessages();
  const { contract, termination } = useLoaderData<typeof loader>();
  return (
    <Page title={words.contractChanges.end.title} back={{ to: paths.contract(contract.id) }}>
      <TerminationDocument contract={contract} termination={termination} />
    </Page>
  );
}
