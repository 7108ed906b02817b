import { isoInShanghai } from "#app/values/time.ts";
import { type TenderTerms, undone, withChanges } from "../tender-amendments/amendment.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import type { Publisher } from "./publisher.ts";
import type { Tender } from "./release.ts";

type FileAmendment = ContractingProcess["fileAmendments"][number];

/** The process with its tender's file as it stood at an instant: what was amended later is taken back. */
export function asOf(process: ContractingProcess, at: Date): ContractingProcess {
  const later = process.fileAmendments.filter((amendment) => amendment.at > at).toReversed();
  if (later.length === 0) return process;
  const { tender, project } = process;
  const now: TenderTerms = { ...project, ...tender, targetGroup: "", contractDraft: "" };
  const then = later.reduce((terms, { changes }) => withChanges(terms, undone(changes)), now);
  const { title, deadline, need, quantity, unit, ceiling, startsOn, endsOn } = then;
  return {
    ...process,
    tender: { ...tender, title, deadline: deadline ?? tender.deadline },
    project: { ...project, need, quantity, unit, ceiling, startsOn, endsOn },
  };
}

/** An amendment of the file in the standard's words. */
export const fileAmendment = (
  { id, at, reason, changes }: FileAmendment,
  { words }: Publisher,
): NonNullable<Tender["amendments"]>[number] => ({
  id,
  date: isoInShanghai(at),
  rationale: reason,
  description: words.amended(changes.map(({ field }) => words.terms[field])),
});
