import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ContractBody } from "#app/components/contracts/contract-body.tsx";
import { ContractFacts } from "#app/components/contracts/contract-facts.tsx";
import { ContractNext } from "#app/components/contracts/contract-next.tsx";
import { ContractStatusTag } from "#app/components/contracts/contract-status-tag.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { findTermination, listAmendments } from "#app/domain/contracts/changes.server.ts";
import { findOwnContract } from "#app/domain/contracts/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const contract = (await findOwnContract(by, idParam(params.contractId))) ?? notFound();
  const { status, officeSignedAt, organizationSignedAt } = contract;
  const pending = status === "pending";
  const officer = roles.includes("officer");
  const inForce = status === "active" && officer;
  const termination = await findTermination(contract.id);
  return {
    contract,
    amendments: await listAmendments(contract.id, { all: true }),
    toAmend: inForce,
    toEnd: inForce && !termination,
    ending: termination !== undefined && termination.confirmedAt === null,
    toClose: officer && !contract.closedAt && contract.activatedAt !== null,
    toSign: pending && roles.includes("approver") && !officeSignedAt,
    toDivide: pending && officer && !officeSignedAt && !organizationSignedAt,
  };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ contracts }, loaded) => loaded?.contract.title ?? contracts.title);

export default function OfficeContract() {
  const { contracts } = useMessages();
  const { contract, amendments, toSign, toDivide } = useLoaderData<typeof loader>();
  return (
    <Page
      title={contract.title}
      back={{ to: paths.office.contracts, label: contracts.own.office.title }}
      status={<ContractStatusTag status={contract.status} waiting={toSign} />}
      next={<ContractNext contract={contract} />}
      aside={<ContractFacts contract={contract} />}
    >
      <Actions>
        {toSign && (
          <LinkButton kind="main" to={paths.office.signature(contract.id)}>
            {contracts.sign.go}
          </LinkButton>
        )}
        {toDivide && (
          <LinkButton to={paths.office.division(contract.id)}>{contracts.divide.go}</LinkButton>
        )}
        <Changes />
      </Actions>
      <ContractBody
        contract={contract}
        milestonePath={paths.office.milestone}
        amendments={amendments}
        amendmentPath={(amendmentId) => paths.office.amendment(contract.id, amendmentId)}
      />
    </Page>
  );
}

/** What may be done to a contract in force. */
function Changes() {
  const { propose, end, close } = useMessages().contractChanges;
  const { contract, toAmend, toEnd, ending, toClose } = useLoaderData<typeof loader>();
  const { newAmendment, newTermination, termination, closing } = paths.office;
  return (
    <>
      {toAmend && <LinkButton to={newAmendment(contract.id)}>{propose.go}</LinkButton>}
      {toClose && <LinkButton to={closing(contract.id)}>{close.go}</LinkButton>}
      {toEnd && <LinkButton to={newTermination(contract.id)}>{end.go}</LinkButton>}
      {ending && <LinkButton to={termination(contract.id)}>{end.see}</LinkButton>}
    </>
  );
}
