import type { Code } from "./code-lists.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import type { Party, Reference } from "./release.ts";

/** 统一社会信用代码, GB 32100-2015. */
const creditCodeScheme = "CN-USCC";

export function officeReference({ office }: ContractingProcess): Reference {
  return { id: `office-${office.id}`, name: office.name };
}

export function organizationReference(process: ContractingProcess, id: string): Reference {
  const { creditCode, name } = organizationOf(process, id);
  return { id: creditCode ? `${creditCodeScheme}-${creditCode}` : `organization-${id}`, name };
}

/** In which roles organizations have been told of, by their ids. */
export type KnownRoles = ReadonlyMap<string, ReadonlySet<Code<"partyRole">>>;

/** The office, and every organization told of so far; of people there is nothing. */
export function partiesOf(process: ContractingProcess, known: KnownRoles): Party[] {
  const office: Party = {
    ...officeReference(process),
    roles: ["buyer", "procuringEntity", "payer"],
    contactPoint: { telephone: process.office.helpPhone },
  };
  const others = [...known].map(([id, roles]): Party => {
    const { creditCode, name } = organizationOf(process, id);
    return {
      ...organizationReference(process, id),
      roles: [...roles],
      ...(creditCode && {
        identifier: { scheme: creditCodeScheme, id: creditCode, legalName: name },
      }),
    };
  });
  return [office, ...others];
}

function organizationOf({ organizations }: ContractingProcess, id: string) {
  const found = organizations.find((organization) => organization.id === id);
  if (!found) throw new Error(`organization ${id} is not part of the process`);
  return found;
}
