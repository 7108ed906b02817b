import type { Id } from "#app/values/id.ts";

/** The platform's own chain, for events that belong to no office: the nil UUID. */
export const PLATFORM_CHAIN = "00000000-0000-0000-0000-000000000000" as Id<"office">;
