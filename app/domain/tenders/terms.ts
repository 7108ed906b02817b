import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";

/** The two sides of an award where both have to say yes. */
export const termParties = ["office", "organization"] as const;
export type TermParty = (typeof termParties)[number];

type Answer = { accepted: boolean; answeredAt: Date };

/** What an award asks both sides to say yes to, as one of them reads it. */
export type Terms = {
  id: string;
  title: string;
  office: string;
  organization: string;
  price: Fen | null;
  quantity: number | null;
  unit: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  performanceShareBp: number;
  /** The draft of the contract. */
  text: string;
  /** The reader's own side, and whether its answer is still awaited. */
  party: TermParty;
  open: boolean;
  answered: Record<TermParty, Answer | null>;
  /** Drawn up once both have said yes. */
  contractId: string | null;
};
