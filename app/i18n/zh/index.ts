export * from "./accounts.ts";
export * from "./award.ts";
export * from "./common.ts";
export * from "./errors.ts";
export * from "./fields.ts";
export * from "./format.ts";
export * from "./home.ts";
export * from "./refusals.ts";
