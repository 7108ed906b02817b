import type { StoredFile } from "#app/domain/files/read.server.ts";
import { servedName } from "#app/domain/files/upload.ts";

/** A stored file as a download that no browser runs or shows in our name: an attachment under a policy that allows nothing. */
export function fileResponse({ bytes, type, digest }: StoredFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${servedName(digest, type)}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
