import { z } from "zod";
import { sealText, unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import { env } from "#app/env.server.ts";
import type { Id } from "#app/values/id.ts";
import { id } from "./params.server.ts";

/** Whose password was right, and where she wants to go once her code is too. */
export type HalfSignedIn = { userId: Id<"user">; staff: boolean; to: string };

const SECONDS = 600;
const secure = env.publicUrl.startsWith("https:");
const name = secure ? "__Secure-half-signed-in" : "half-signed-in";

const Sealed = z.object({
  userId: id<"user">(),
  staff: z.boolean(),
  to: z.string(),
  until: z.number(),
});

/** The cookie that keeps it for ten minutes, sealed with the field key: nobody can make one herself. */
export function rememberHalfSignedIn(half: HalfSignedIn): string {
  const until = Date.now() + SECONDS * 1000;
  const sealed = sealText(JSON.stringify({ ...half, until }));
  return cookie(Buffer.from(sealed).toString("base64url"), SECONDS);
}

export const forgetHalfSignedIn = (): string => cookie("", 0);

/** What the cookie says; undefined without one, and once its time is over. */
export function findHalfSignedIn(request: Request): HalfSignedIn | undefined {
  const pairs = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const text = value && unsealed(Buffer.from(value, "base64url"));
  if (!text) return undefined;
  const { until, ...half } = Sealed.parse(JSON.parse(text));
  return until > Date.now() ? half : undefined;
}

/** undefined where somebody else sealed it, or nobody. */
function unsealed(sealed: Uint8Array): string | undefined {
  try {
    return unsealText(sealed);
  } catch {
    return undefined;
  }
}

function cookie(value: string, seconds: number): string {
  const attributes = `Path=/sign-in; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;
  return `${name}=${value}; ${attributes}${secure ? "; Secure" : ""}`;
}
