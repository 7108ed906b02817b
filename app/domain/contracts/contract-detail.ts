import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { AmendmentCode, AmendmentState } from "./amendment.ts";
import type { ContractStatus, MilestoneState } from "./contract.ts";
import type { MilestoneTerms } from "./terms.ts";

/** A payment of a contract, as everybody may read it. */
export type MilestoneLine = {
  id: string;
  position: number;
  name: string;
  dueOn: Day;
  cap: Fen;
  state: MilestoneState;
  claimedAt: Date | null;
  acceptedAt: Date | null;
  paidAt: Date | null;
  pay: Fen | null;
};

/** A change of a contract, as its document tells it. */
export type AmendmentLine = {
  id: string;
  number: number;
  documentNumber: string | null;
  state: AmendmentState;
  code: AmendmentCode;
  text: string;
  valueChange: Fen;
  newValue: Fen | null;
  quantityChange: number;
  newEndsOn: Day | null;
  parts: MilestoneTerms[];
  proposedBy: string;
  proposedAt: Date;
  agreedAt: Date | null;
  at: Date | null;
};

/** A contract in a list. */
export type ContractLine = {
  id: string;
  number: string;
  title: string;
  status: ContractStatus;
  office: string;
  organizationId: string;
  organization: string;
  value: Fen;
  startsOn: Day;
  endsOn: Day;
  officeSignedAt: Date | null;
  organizationSignedAt: Date | null;
  activatedAt: Date | null;
};

/** A contract as everybody may read it. */
export type ContractDetail = ContractLine & {
  tenderId: string;
  quantity: number;
  unit: string;
  text: string;
  ceiling: Fen | null;
  awardedAt: Date | null;
  booked: number | null;
  delivered: number | null;
  noticeNumber: string | null;
  performanceShareBp: number;
  signingDays: number | null;
  /** By the database's clock, the time to sign has passed. */
  signingOver: boolean;
  suspended: boolean;
  paused: number;
  terminatedAt: Date | null;
  terminatedReason: string | null;
  closedAt: Date | null;
  amendments: AmendmentLine[];
  milestones: MilestoneLine[];
};
