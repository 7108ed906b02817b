/** Something that is not as it must be: in what, at which row, and what is wrong, for the person who runs the check. */
export type Finding = {
  area: "chain" | "receipt" | "ledger" | "counter" | "summary";
  where: string;
  what: string;
};

/** Findings with a common area. */
export const findings = (
  area: Finding["area"],
  rows: readonly { where: string; what: string }[],
): Finding[] => rows.map(({ where, what }) => ({ area, where, what }));
