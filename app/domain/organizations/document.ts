import type { Lifecycle } from "#app/domain/lifecycle.ts";
import { addDays, type Day } from "#app/values/time.ts";
import type { OrganizationKind } from "./organization.ts";

export const documentKinds = [
  "registration",
  "grade",
  "licence",
  "articles",
  "other",
  "roll",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What each kind has to show before it is verified: the certificate of the civil affairs department, or the list of the neighbours that the residents' committee has stamped. */
export const proofOf = {
  registered: "registration",
  team: "roll",
} as const satisfies Record<OrganizationKind, DocumentKind>;

/** What each kind is asked for: a team has no certificates of a body. */
export const documentsAskedOf = {
  registered: ["registration", "grade", "licence", "articles", "other"],
  team: ["roll", "other"],
} as const satisfies Record<OrganizationKind, readonly DocumentKind[]>;

export const documentStates = ["waiting", "accepted", "rejected", "removed"] as const;
export type DocumentState = (typeof documentStates)[number];

/** What becomes of a document that an organization shows the operator. An accepted one stays; a newer one counts before it. */
export const documentLifecycle = {
  waiting: { accept: "accepted", reject: "rejected", remove: "removed" },
  accepted: {},
  rejected: { remove: "removed" },
  removed: {},
} satisfies Lifecycle<DocumentState>;

/** Of one organization, those that were removed left out. */
export const MOST_DOCUMENTS = 20;

/** An expiry is told so many days before. */
export const REMIND_DAYS = 30;

/** 5A is the best. */
export const grades = [5, 4, 3, 2, 1] as const;
export type Grade = (typeof grades)[number];

export const isGrade = (value: number | null): value is Grade =>
  grades.some((grade) => grade === value);

/** A grade as it was given, with its last day. */
export type GivenGrade = { grade: Grade; expiresOn: Day };

export const expiries = ["valid", "soon", "expired"] as const;
export type Expiry = (typeof expiries)[number];

/** How something stands that is valid up to and including a day; without one it does not expire. */
export function expiryOn(today: Day, expiresOn: Day | null): Expiry {
  if (expiresOn === null || expiresOn > addDays(today, REMIND_DAYS)) return "valid";
  return expiresOn < today ? "expired" : "soon";
}

/** The grade that counts today: none once it has expired. */
export const countedGrade = (given: GivenGrade | null, today: Day): Grade | null =>
  given && expiryOn(today, given.expiresOn) !== "expired" ? given.grade : null;
