import type { Fen } from "#app/values/money.ts";
import type { Method, Profile } from "./tender.ts";

/** Up to but not including `below` (null: any value above the band before), these methods are allowed under each profile. */
export type ThresholdBand = { below: Fen | null; allowed: Record<Profile, Method[]> };
