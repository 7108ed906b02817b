import type { AppLoadContext } from "@remix-run/node";
import type { NextFunction, Request as ServerRequest, Response as ServerResponse } from "express";
import { env } from "#app/env.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { contextOf } from "./context.ts";
import { type CachedPage, createPublicCache, type Encoding } from "./public-cache.ts";
import { contentPolicy } from "./security.ts";

/** Renders a page for a request that carries no cookie but language and size. */
export type RenderPage = (request: Request, context: AppLoadContext) => Promise<Response>;

type PublicCache = ReturnType<typeof createPublicCache>;

const prefixes = ["/services", "/tenders", "/contracts", "/organizations", "/audit", "/open"];
const longestAddress = 512;
/** What the app asks for its own pages, and files of any length. */
const notKept = /\.(data|jsonl)$/;

export const publicCache: PublicCache = createPublicCache(() => performance.now());

/** Answers the pages that are the same for everybody from the cache, and leaves all else to the app. */
export function servePublicPages(render: RenderPage, cache: PublicCache) {
  return async (request: ServerRequest, response: ServerResponse, next: NextFunction) => {
    if (!isPublicPage(request)) return next();
    try {
      const preferences = preferenceCookies(request);
      const page = await cache.read(`${preferences} ${request.originalUrl}`, () =>
        render(anonymous(request, preferences), contextOf(request, response)),
      );
      if (page) send(page, request, response);
      else next();
    } catch (error) {
      next(error);
    }
  };
}

function isPublicPage({ method, path, originalUrl }: ServerRequest) {
  if (method !== "GET" && method !== "HEAD") return false;
  if (originalUrl.length > longestAddress || notKept.test(path)) return false;
  return path === "/" || prefixes.some((prefix) => `${path}/`.startsWith(`${prefix}/`));
}

/** Of the cookies those that a public page may depend on, in one spelling. */
function preferenceCookies(request: ServerRequest) {
  const headers = new Headers({ Cookie: request.headers.cookie ?? "" });
  const { language, elder } = preferencesOf({ headers });
  return `lang=${language}; elder=${elder}`;
}

function anonymous(request: ServerRequest, cookie: string) {
  return new Request(new URL(request.originalUrl, env.publicUrl), {
    headers: { Accept: "text/html", Cookie: cookie },
  });
}

function send(page: CachedPage, request: ServerRequest, response: ServerResponse) {
  const encoding = encodingFor(request);
  response.set({
    "Content-Type": page.contentType,
    "Content-Security-Policy": contentPolicy("'none'", false),
    "Cache-Control": "no-cache",
    ETag: page.etag,
    Vary: "Accept-Encoding, Cookie",
  });
  if (page.sharedWith) response.set("Access-Control-Allow-Origin", page.sharedWith);
  if (request.headers["if-none-match"]?.includes(page.etag)) {
    response.status(304).end();
    return;
  }
  if (encoding !== "identity") response.set("Content-Encoding", encoding);
  response.set("Content-Length", String(page.bodies[encoding].length));
  response.end(request.method === "HEAD" ? undefined : page.bodies[encoding]);
}

function encodingFor(request: ServerRequest): Encoding {
  if (request.acceptsEncodings("br")) return "br";
  return request.acceptsEncodings("gzip") ? "gzip" : "identity";
}
