import { createHash } from "node:crypto";
import type { Act } from "#app/domain/act.ts";
import { sealBytes } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { files } from "#db/schema/files.ts";
import type { Upload } from "./upload.ts";

/** Keeps a file, sealed; whose it is and who may read it is for the table that refers to it. */
export async function storeFile(tx: Tx, act: Act, upload: Upload): Promise<Id<"file">> {
  const { name, type, bytes, scan } = upload;
  const values = {
    name,
    type,
    scan,
    size: bytes.length,
    digest: createHash("sha256").update(bytes).digest("hex"),
    sealed: sealBytes(bytes),
    storedAt: act.at,
    storedBy: act.by.userId,
  };
  return one(await tx.insert(files).values(values).returning({ id: files.id })).id;
}
