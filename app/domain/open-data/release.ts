import type { Code } from "./code-lists.ts";

/** Money in yuan with at most two decimals. */
export type Value = { amount: number; currency: "CNY" };
/** Instants in Shanghai time, with their offset. */
export type Period = { startDate?: string; endDate?: string; durationInDays?: number };
export type Reference = { id: string; name: string };

export type Party = Reference & {
  roles: Code<"partyRole">[];
  identifier?: { scheme: string; id: string; legalName: string };
  contactPoint?: { telephone: string };
};

export type Document = {
  id: string;
  documentType: Code<"documentType">;
  title: string;
  description?: string;
  url: string;
  format: string;
  datePublished?: string;
  language: string;
};

export type Item = {
  id: string;
  description: string;
  classification?: { scheme: string; id: string; description: string };
  quantity?: number;
  unit?: { name: string };
  relatedLot: string;
  deliveryLocation?: { description: string };
};

export type Enquiry = {
  id: string;
  date?: string;
  description?: string;
  author?: Reference;
  answer?: string;
  dateAnswered?: string;
  relatedLot?: string;
};

export type Tender = {
  id: string;
  title?: string;
  description?: string;
  status?: Code<"tenderStatus">;
  procuringEntity?: Reference;
  items?: Item[];
  lots?: { id: string; title?: string; status: Code<"tenderStatus">; value?: Value }[];
  value?: Value;
  procurementMethod?: Code<"procurementMethod">;
  procurementMethodDetails?: string;
  mainProcurementCategory?: Code<"procurementCategory">;
  awardCriteria?: Code<"awardCriteria">;
  awardCriteriaDetails?: string;
  submissionMethod?: Code<"submissionMethod">[];
  tenderPeriod?: Period;
  enquiryPeriod?: Period;
  hasEnquiries?: boolean;
  awardPeriod?: Period;
  contractPeriod?: Period;
  numberOfTenderers?: number;
  tenderers?: Reference[];
  documents?: Document[];
  enquiries?: Enquiry[];
  amendments?: { id: string; date: string; rationale: string; description: string }[];
};

export type Bid = {
  id: string;
  date?: string;
  status: Code<"bidStatus">;
  tenderers?: Reference[];
  value?: Value;
  relatedLots?: string[];
};

export type Award = {
  id: string;
  title?: string;
  status: Code<"awardStatus">;
  date?: string;
  value?: Value;
  suppliers?: Reference[];
  relatedLots?: string[];
  relatedBids?: string[];
  documents?: Document[];
};

export type Milestone = {
  id: string;
  title?: string;
  type?: Code<"milestoneType">;
  dueDate?: string;
  dateMet?: string;
  dateModified?: string;
  status: Code<"milestoneStatus">;
};

export type Transaction = {
  id: string;
  date: string;
  value: Value;
  payer: Reference;
  payee: Reference;
};

export type Contract = {
  id: string;
  awardID: string;
  title?: string;
  status?: Code<"contractStatus">;
  period?: Period;
  value?: Value;
  dateSigned?: string;
  documents?: Document[];
  amendments?: { id: string; date: string; rationale: string }[];
  implementation?: { milestones?: Milestone[]; transactions?: Transaction[] };
};

/** What a release may tell beside its own name and time. */
export type Told = {
  buyer?: Reference;
  parties?: Party[];
  language?: string;
  planning?: { rationale?: string; budget: { projectID: string; amount?: Value } };
  tender?: Tender;
  bids?: { details: Bid[] };
  awards?: Award[];
  contracts?: Contract[];
  relatedProcesses?: {
    id: string;
    relationship: Code<"relatedProcess">[];
    scheme: string;
    identifier: string;
  }[];
};

/** OCDS 1.1.5 with the extensions bids, enquiries, lots and location. */
export type Release = Told & {
  ocid: string;
  id: string;
  date: string;
  tag: Code<"releaseTag">[];
  initiationType: "tender";
};

export type ContractingRecord = { ocid: string; releases: Release[]; compiledRelease: Release };
