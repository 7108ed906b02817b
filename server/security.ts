import type { NextFunction, Request, Response } from "express";
import { plainPage } from "./plain-page.ts";

const megabyte = 1_048_576;
const readOnly = new Set(["GET", "HEAD", "OPTIONS"]);

/** Control characters but for tabs and the ends of lines, as an address spells them. */
const control = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i;

/** Refuses an address or a host name that is none, or an address that nothing can be looked up by: the app would stumble over it. */
export function readableOnly(request: Request, response: Response, next: NextFunction) {
  const { host } = request.headers;
  const readable = host && URL.canParse(`http://${host}${request.originalUrl}`);
  if (readable && !control.test(request.originalUrl)) return next();
  plainPage(request, response, 400);
}

/** The headers that every answer carries. */
export function secureHeaders({ dev, publicUrl }: { dev: boolean; publicUrl: string }) {
  const https = publicUrl.startsWith("https:");
  return (_request: Request, response: Response, next: NextFunction) => {
    response.set({
      "Content-Security-Policy": contentPolicy(`'nonce-${response.locals.nonce}'`, dev),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    });
    if (https) response.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}

/** The content security policy: `trusted` scripts beside our own files, or 'none'. Vite's reloading needs more. */
export function contentPolicy(trusted: string, dev: boolean): string {
  const scripts = trusted === "'none'" ? trusted : `'self' ${trusted}`;
  return [
    "default-src 'self'",
    `script-src ${scripts}${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ` ${trusted === "'none'" ? "" : trusted}`.trimEnd()}`,
    "img-src 'self' data:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Refuses what another site's page sends in our visitor's name. */
export function sameOriginOnly(publicUrl: string) {
  const { host } = new URL(publicUrl);
  return (request: Request, response: Response, next: NextFunction) => {
    if (readOnly.has(request.method) || fromOurselves(request, host)) return next();
    plainPage(request, response, 403);
  };
}

/** Refuses a body before reading it: too large, or of a length not told, as no browser's form is. */
export function bodyLimit(request: Request, response: Response, next: NextFunction) {
  if (readOnly.has(request.method)) return next();
  if (request.headers["transfer-encoding"]) return plainPage(request, response, 411);
  const upload = request.headers["content-type"]?.startsWith("multipart/form-data");
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > (upload ? 12 : 1) * megabyte) return plainPage(request, response, 413);
  next();
}

/**
 * By Sec-Fetch-Site, which modern browsers send over https and to localhost; else by Origin.
 * With neither it is no browser: it may come in, but not with somebody's cookie.
 */
function fromOurselves(request: Request, publicHost: string) {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin === undefined) return request.headers.cookie === undefined;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.headers.host || host === publicHost;
}
