import express, { type NextFunction, type Request, type Response } from "express";
import { env } from "#app/env.server.ts";
import { isDatabaseAway } from "#app/http/fault.server.ts";
import { log, loggable } from "#app/http/log.server.ts";
import { begin } from "./context.ts";
import { healthz, readyz } from "./health.ts";
import { plainPage } from "./plain-page.ts";
import { serveBuild, serveSources } from "./remix.ts";
import { bodyLimit, readableOnly, sameOriginOnly, secureHeaders } from "./security.ts";

/** Everything between the socket and the app. */
export async function createApp({ dev }: { dev: boolean }) {
  const server = express();
  server.disable("x-powered-by").disable("etag").set("trust proxy", env.trustProxy);
  server.get("/healthz", healthz).get("/readyz", readyz);
  const { publicUrl } = env;
  server.use(begin, readableOnly, secureHeaders({ dev, publicUrl }));
  server.use(sameOriginOnly(publicUrl), bodyLimit);
  await (dev ? serveSources(server) : serveBuild(server));
  server.use(answerFault);
  return server;
}

/** The last resort, for faults outside the app: it tells the number under which the log has the rest. */
function answerFault(error: unknown, request: Request, response: Response, next: NextFunction) {
  const status = statusOf(error);
  if (status === 500) {
    log("error", "fault", { request: response.locals.requestId, ...loggable(error) });
  }
  if (response.headersSent) return next(error);
  plainPage(request, response, isDatabaseAway(error) ? 503 : status);
}

function statusOf(error: unknown) {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
