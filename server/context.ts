import { randomBytes, randomInt } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";
import { env } from "#app/env.server.ts";
import { log } from "#app/http/log.server.ts";
import { isStopping } from "./stop.ts";

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Gives each request its number and its nonce, and logs it when it has been answered. */
export function begin(request: Request, response: Response, next: NextFunction) {
  response.locals.requestId = requestNumber();
  response.locals.nonce = randomBytes(16).toString("base64");
  if (isStopping()) response.set("Connection", "close");
  const started = performance.now();
  response.once("finish", () => {
    log("info", "request", {
      request: response.locals.requestId,
      method: request.method,
      path: request.path,
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
    });
  });
  if (env.trustProxy === 0) forgetProxies(request);
  next();
}

/** What loaders, actions and the page itself learn from the server. */
export function contextOf(request: Request, response: Response): AppLoadContext {
  return {
    nonce: response.locals.nonce,
    requestId: response.locals.requestId,
    clientAddress: (request.ip ?? "").replace(/^::ffff:/, ""),
  };
}

/** Ten letters and digits that cannot be misheard for each other, to be read out on the telephone. */
function requestNumber() {
  const letter = () => letters[randomInt(letters.length)];
  return `${Array.from({ length: 5 }, letter).join("")}-${Array.from({ length: 5 }, letter).join("")}`;
}

/** Without a trusted proxy anybody may have written these. */
function forgetProxies(request: Request) {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
  }
}
