import type { Day } from "#app/values/time.ts";
import { type Expiry, expiryOn } from "./document.ts";

export const certificateKinds = [
  "care",
  "health",
  "nursing",
  "social_work",
  "teaching",
  "electric",
  "other",
] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Of one worker, those that were removed left out. */
export const MOST_CERTIFICATES = 12;

/** What whoever delivers a kind of service has to hold; a kind that is not named asks for nothing. */
const required: Readonly<Record<string, readonly CertificateKind[]>> = {
  home_care: ["care", "health"],
  day_care: ["health"],
  meals: ["health"],
  child_minding: ["health"],
  counselling: ["social_work"],
  repairs: ["electric"],
};

type Held = { kind: CertificateKind; expiresOn: Day | null };
export type CertificateProblem = Exclude<Expiry, "valid"> | "missing";
export type Warning = { kind: CertificateKind; problem: CertificateProblem };

/** What is wrong with the certificates that somebody needs for what she delivers: the best of each kind counts. */
export function warningsOf(
  serviceTypes: readonly string[],
  held: readonly Held[],
  today: Day,
): Warning[] {
  const needed = new Set(serviceTypes.flatMap((type) => required[type] ?? []));
  return [...needed].flatMap((kind) => {
    const own = held.filter((certificate) => certificate.kind === kind);
    const problem =
      own.length === 0
        ? "missing"
        : best(
            own.map((one) => one.expiresOn),
            today,
          );
    return problem === "valid" ? [] : [{ kind, problem }];
  });
}

function best(days: readonly (Day | null)[], today: Day): Expiry {
  const all = days.map((expiresOn) => expiryOn(today, expiresOn));
  return (["valid", "soon"] as const).find((expiry) => all.includes(expiry)) ?? "expired";
}
