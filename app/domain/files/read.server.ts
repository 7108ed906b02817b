import { eq } from "drizzle-orm";
import { unsealBytes } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { files } from "#db/schema/files.ts";
import type { FileType } from "./upload.ts";

export type StoredFile = { name: string; type: FileType; digest: string; bytes: Uint8Array };

/** A file as it was sent. Who asks has been found to be allowed to: the id alone opens nothing. */
export async function readFile(fileId: Id<"file">, from: Tx | typeof db = db): Promise<StoredFile> {
  const { sealed, name, type, digest } = one(
    await from.select().from(files).where(eq(files.id, fileId)),
  );
  return { name, type, digest, bytes: unsealBytes(sealed) };
}
