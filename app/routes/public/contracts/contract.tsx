import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ContractBody } from "#app/components/contracts/contract-body.tsx";
import { ContractFacts } from "#app/components/contracts/contract-facts.tsx";
import { ContractNext } from "#app/components/contracts/contract-next.tsx";
import { ContractStatusTag } from "#app/components/contracts/contract-status-tag.tsx";
import { Page } from "#app/components/page.tsx";
import { StepLine } from "#app/components/step-line.tsx";
import { contractStep } from "#app/domain/contracts/contract-step.ts";
import { findPublicContract } from "#app/domain/contracts/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  return (await findPublicContract(idParam(params.contractId))) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ contracts }, contract) => contract?.title ?? contracts.title);

export default function Contract() {
  const { contracts } = useMessages();
  const contract = useLoaderData<typeof loader>();
  return (
    <Page
      title={contract.title}
      back={{ to: paths.contracts, label: contracts.title }}
      status={<ContractStatusTag status={contract.status} />}
      next={<ContractNext contract={contract} />}
      aside={<ContractFacts contract={contract} />}
    >
      <StepLine
        at={contractStep(contract)}
        stopped={contract.status === "terminated"}
        links={{
          open: paths.tender(contract.tenderId),
          scored: paths.scores(contract.tenderId),
        }}
      />
      <ContractBody contract={contract} />
    </Page>
  );
}
