import type { Code } from "./code-lists.ts";
import type { ContractingProcess } from "./contracting-process.ts";
import type { Publisher } from "./publisher.ts";

/** How far a contracting process has been told; the tellings of its events carry it on. */
export type Story = {
  readonly process: ContractingProcess;
  readonly publisher: Publisher;
  /** As of the last event. */
  deadline: Date;
  /** While the tender is suspended its deadline does not come. */
  suspended: boolean;
  /** When the contract with each winner was drawn up, by bid: its service period was counted from then. */
  readonly drawnUpAt: Map<string, Date>;
  /** Whether it has been told who asked. */
  askersTold: boolean;
  /** Organizations told of, by id, in the order of their coming. */
  readonly roles: Map<string, Set<Code<"partyRole">>>;
  /** Awards told of, by bid. */
  readonly awards: Map<string, Code<"awardStatus">>;
};

export const beginStory = (process: ContractingProcess, publisher: Publisher): Story => ({
  process,
  publisher,
  deadline: process.tender.deadline,
  suspended: false,
  drawnUpAt: new Map(),
  askersTold: false,
  roles: new Map(),
  awards: new Map(),
});

/** From now on the organization is known in one more role. */
export function meet(story: Story, organizationId: string, role: Code<"partyRole">): void {
  const known = story.roles.get(organizationId) ?? new Set();
  story.roles.set(organizationId, known.add(role));
}
