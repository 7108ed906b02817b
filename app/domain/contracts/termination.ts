/** Why a contract may end before its time. */
export const terminationCodes = [
  "breach",
  "cannot_deliver",
  "need_gone",
  "quality",
  "unlawful",
  "force_majeure",
  "agreement",
] as const;
export type TerminationCode = (typeof terminationCodes)[number];
