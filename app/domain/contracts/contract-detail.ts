import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { ContractStatus, MilestoneState } from "./contract.ts";

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
  milestones: MilestoneLine[];
};
