import type { Request, Response } from "express";
import { log, loggable } from "#app/http/log.server.ts";
import { sqlClient } from "#db/client.server.ts";
import { migrationsCurrent } from "#db/migrate.ts";
import { isStopping } from "./stop.ts";

const patience = 2_000;

/** Whether this process is alive: asks nothing of anybody. */
export function healthz(_request: Request, response: Response) {
  response.type("text").send("ok\n");
}

/** Whether requests should come here: the database answers and is up to date, and we are not stopping. */
export async function readyz(_request: Request, response: Response) {
  const reason = isStopping() ? "stopping" : await whyNotReady();
  const status = reason === undefined ? 200 : 503;
  response
    .status(status)
    .type("text")
    .send(`${reason ?? "ready"}\n`);
}

async function whyNotReady() {
  try {
    const current = await Promise.race([migrationsCurrent(sqlClient), rejectAfter(patience)]);
    return current ? undefined : "migrations are missing";
  } catch (error) {
    log("warn", "not ready", loggable(error));
    return "the database does not answer";
  }
}

function rejectAfter(milliseconds: number) {
  return new Promise<never>((_, reject) => {
    setTimeout(reject, milliseconds, new Error("no answer in time")).unref();
  });
}
