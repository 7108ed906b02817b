import type { AppLoadContext } from "@remix-run/node";
import { databaseError, log, loggable } from "./log.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Lets the page's own scripts past the content security policy. */
    nonce: string;
    /** Names the request in the log; people read it to the help line as the reference number. */
    requestId: string;
    /** The caller's address; what a proxy says of it counts only where TRUST_PROXY says so. */
    clientAddress: string;
    /** Set when the request ended in a fault. */
    fault?: { reference: string; databaseAway: boolean; error: unknown };
  }
}

/** Logs a fault, once, and notes it for the page that will be shown instead. */
export function noteFault(error: unknown, request: Request, context: AppLoadContext) {
  const { requestId } = context;
  if (context.fault?.error === error) return;
  context.fault = { reference: requestId, databaseAway: isDatabaseAway(error), error };
  log("error", "fault", {
    request: requestId,
    method: request.method,
    path: new URL(request.url).pathname,
    ...loggable(error),
  });
}

const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
]);

/** Whether the database cannot be reached or is shutting down, so that trying again later will help. */
export function isDatabaseAway(error: unknown): boolean {
  const code = databaseError(error)?.code ?? "";
  return awayCodes.has(code) || /^(08|57P0)/.test(code) || code === "53300";
}
