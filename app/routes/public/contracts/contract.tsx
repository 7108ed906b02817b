import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ContractBody } from "#app/components/contracts/contract-body.tsx";
import { ContractFacts } from "#app/components/contracts/contract-facts.tsx";
import { ContractNext } from "#app/components/contracts/contract-next.tsx";
import { ContractNumbers } from "#app/components/contracts/contract-numbers.tsx";
import { ContractStatusTag } from "#app/components/contracts/contract-status-tag.tsx";
import { Page } from "#app/components/page.tsx";
import { StepLine } from "#app/components/step-line.tsx";
import { contractStep } from "#app/domain/contracts/contract-step.ts";
import { findPublicContract } from "#app/domain/contracts/queries.server.ts";
import { findContractNumbers } from "#app/domain/milestones/contract-numbers.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const id = idParam<"contract">(params.contractId);
  const [contract, numbers] = await Promise.all([findPublicContract(id), findContractNumbers(id)]);
  return { contract: contract ?? notFound(), numbers };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ contracts }, found) => found?.contract.title ?? contracts.title);

export default function Contract() {
  const { contracts } = useMessages();
  const { contract, numbers } = useLoaderData<typeof loader>();
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
      {numbers && <ContractNumbers contract={numbers} />}
      <ContractBody contract={contract} />
    </Page>
  );
}
