import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ContractDocument } from "#app/components/contracts/contract-document.tsx";
import { Page } from "#app/components/page.tsx";
import { findPublicContract } from "#app/domain/contracts/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  return (await findPublicContract(idParam(params.contractId))) ?? notFound();
}

export const meta: MetaFunction = (args) => titled(args, (words) => words.contracts.document);

export default function ContractPaper() {
  const words = useMessages();
  const contract = useLoaderData<typeof loader>();
  return (
    <Page title={words.contracts.document} back={{ to: paths.contract(contract.id) }}>
      <ContractDocument contract={contract} />
    </Page>
  );
}
