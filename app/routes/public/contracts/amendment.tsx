import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AmendmentDocument } from "#app/components/contracts/amendment-document.tsx";
import { Page } from "#app/components/page.tsx";
import { findPublicContract } from "#app/domain/contracts/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const contract = (await findPublicContract(idParam(params.contractId))) ?? notFound();
  const id = idParam<"contract_amendment">(params.amendmentId);
  const amendment = contract.amendments.find((one) => one.id === id) ?? notFound();
  return { contract, amendment };
}

export const meta: MetaFunction = (args) => titled(args, (words) => words.contractChanges.title);

export default function Amendment() {
  const words = useMessages();
  const { contract, amendment } = useLoaderData<typeof loader>();
  return (
    <Page title={words.contractChanges.title} back={{ to: paths.contract(contract.id) }}>
      <AmendmentDocument contract={contract} amendment={amendment} />
    </Page>
  );
}
