import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** A page as it goes out: the same for everybody who reads in that language and size. */
export type CachedPage = {
  etag: string;
  contentType: string;
  /** Which other sites' programs may read it: all, or none. */
  sharedWith: "*" | undefined;
  bodies: Record<Encoding, Buffer>;
};

type Render = () => Promise<Response>;
type Entry = { until: number; page: Promise<CachedPage | undefined> };

const life = 5_000;
const mostPages = 400;
/** Pages, and the open data that comes in pieces of one page's length. */
const kept = /^(text\/html|application\/(json|atom\+xml))\b/;

/**
 * Keeps rendered pages for five seconds, one rendering at a time for each. `now` tells milliseconds.
 * What is no plain page (another status, a cookie, a script) is remembered as undefined: not for here.
 */
export function createPublicCache(now: () => number) {
  const entries = new Map<string, Entry>();

  function read(key: string, render: Render): Promise<CachedPage | undefined> {
    const found = entries.get(key);
    if (found && found.until > now()) return found.page;
    const entry: Entry = { until: Number.POSITIVE_INFINITY, page: fill(render) };
    entries.delete(key);
    entries.set(key, entry);
    forgetOldest();
    entry.page.then(
      () => {
        entry.until = now() + life;
      },
      () => forget(key, entry),
    );
    return entry.page;
  }

  function forget(key: string, entry: Entry) {
    if (entries.get(key) === entry) entries.delete(key);
  }

  function forgetOldest() {
    const [oldest] = entries.keys();
    if (entries.size > mostPages && oldest !== undefined) entries.delete(oldest);
  }

  return {
    read,
    /** Something was published: also what is being rendered now may not have seen it. */
    drop: () => entries.clear(),
  };
}

async function fill(render: Render): Promise<CachedPage | undefined> {
  const response = await render();
  const contentType = response.headers.get("Content-Type") ?? "";
  const plain = response.status === 200 && kept.test(contentType);
  if (!plain || response.headers.has("Set-Cookie")) {
    await response.body?.cancel();
    return undefined;
  }
  const text = await response.text();
  if (text.includes("<script")) return undefined;
  const identity = Buffer.from(text);
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  const sharedWith = response.headers.has("Access-Control-Allow-Origin") ? "*" : undefined;
  return { etag, contentType, sharedWith, bodies: await compressed(identity) };
}

async function compressed(identity: Buffer): Promise<CachedPage["bodies"]> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(identity),
  ]);
  return { br, gzip: gz, identity };
}
