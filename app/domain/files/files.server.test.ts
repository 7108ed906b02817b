import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sha256Hex } from "#app/values/bytes.ts";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { asOwner } from "#db/testing/owner.ts";
import { readFile } from "./read.server.ts";
import { storeFile } from "./store.server.ts";
import { checkUpload } from "./upload.ts";

const content = new TextEncoder().encode("%PDF-1.7\n统一社会信用代码 52330100MJ0000000X");

async function makeFile() {
  const act = await actOf(await makeManager());
  const upload = { ...checkUpload("证书.pdf", content), scan: "none" } as const;
  const fileId = await db.transaction((tx) => storeFile(tx, act, upload));
  return { act, fileId };
}

test("a file reads the same again, with its digest, size and sender", async () => {
  const { act, fileId } = await makeFile();
  expect(await readFile(fileId)).toEqual({
    name: "证书.pdf",
    type: "application/pdf",
    digest: await sha256Hex(content),
    bytes: content,
  });
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  expect(row).toMatchObject({ size: content.length, storedBy: act.by.userId, scan: "none" });
});

test("the database keeps it sealed: nobody reads it there", async () => {
  const { fileId } = await makeFile();
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  expect(Buffer.from(row?.sealed ?? []).includes("%PDF")).toBe(false);
});

test("a file never changes, not even by the database's owner", async () => {
  const { fileId } = await makeFile();
  await expect(
    db.update(files).set({ name: "别的.pdf" }).where(eq(files.id, fileId)),
  ).rejects.toThrow();
  await expect(asOwner(`update files set name = 'x.pdf' where id = '${fileId}'`)).rejects.toThrow(
    "append-only",
  );
});

test.each([
  ["what is not sealed", { sealed: Buffer.from(content) }],
  ["a name with a folder in it", { name: "a/b.pdf" }],
  ["a name with a line break in it", { name: "a\nb.pdf" }],
  ["a digest that is none", { digest: "abc" }],
])("the database refuses %s", async (_, wrong) => {
  const { fileId } = await makeFile();
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  if (!row) throw new Error("no file");
  const { id: _id, ...values } = row;
  await expect(db.insert(files).values({ ...values, ...wrong })).rejects.toThrow();
});
