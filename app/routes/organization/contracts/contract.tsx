import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ContractBody } from "#app/components/contracts/contract-body.tsx";
import { ContractFacts } from "#app/components/contracts/contract-facts.tsx";
import { ContractNext } from "#app/components/contracts/contract-next.tsx";
import { ContractStatusTag } from "#app/components/contracts/contract-status-tag.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { findTermination, listAmendments } from "#app/domain/contracts/changes.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  const termination = await findTermination(contract.id);
  const amendments = await listAmendments(contract.id, { all: true });
  const ending = termination !== undefined && termination.confirmedAt === null;
  return { contract, amendments, ending };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ contracts }, loaded) => loaded?.contract.title ?? contracts.title);

export default function OwnContract() {
  const { contracts, contractChanges } = useMessages();
  const { contract, amendments, ending } = useLoaderData<typeof loader>();
  const toSign = contract.status === "pending" && !contract.organizationSignedAt;
  return (
    <Page
      title={contract.title}
      back={{ to: paths.organization.contracts, label: contracts.own.organization.title }}
      status={<ContractStatusTag status={contract.status} waiting={toSign} />}
      next={<ContractNext contract={contract} />}
      aside={<ContractFacts contract={contract} />}
    >
      {toSign && (
        <Actions>
          <LinkButton kind="main" to={paths.organization.signature(contract.id)}>
            {contracts.sign.go}
          </LinkButton>
        </Actions>
      )}
      {ending && (
        <Notice kind="waiting" title={contractChanges.end.waiting}>
          <a href={paths.organization.termination(contract.id)}>{contractChanges.end.see}</a>
        </Notice>
      )}
      <ContractBody
        contract={contract}
        milestonePath={paths.organization.milestone}
        amendments={amendments}
        amendmentPath={(amendmentId) => paths.organization.amendment(contract.id, amendmentId)}
      />
    </Page>
  );
}
