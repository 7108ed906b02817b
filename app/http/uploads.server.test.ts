import { expect, test } from "vitest";
import type { Verdict } from "#app/gateways/scanner.server.ts";
import { fileResponse } from "./file-response.server.ts";
import { readUpload, readUploads } from "./uploads.server.ts";

const pdf = (name = "证书.pdf") => new File(["%PDF-1.7 一份证书"], name);
const saying = (verdict: Verdict) => ({ scan: async () => verdict });

test("a file that the scanner finds clean is taken; where there is none, that is kept with it", async () => {
  expect(await readUpload(pdf(), saying("clean"))).toMatchObject({ scan: "clean" });
  expect(await readUpload(pdf(), saying("none"))).toMatchObject({ scan: "none" });
});

test("an infected file is refused, and so is any while the scanner is away", async () => {
  await expect(readUpload(pdf(), saying("infected"))).rejects.toThrow("file.infected");
  await expect(readUpload(pdf(), saying("away"))).rejects.toThrow("file.not_scanned");
});

test("what is no PDF or picture does not reach the scanner", async () => {
  const scanned: Uint8Array[] = [];
  const scanner = {
    scan: async (bytes: Uint8Array) => {
      scanned.push(bytes);
      return "clean" as const;
    },
  };
  const wrong = new File(["<html>"], "证书.pdf", { type: "application/pdf" });
  await expect(readUpload(wrong, scanner)).rejects.toThrow("file.not_accepted");
  expect(scanned).toHaveLength(0);
});

test("more files than the field takes are refused before any is read", async () => {
  expect(await readUploads([pdf(), pdf()], 2, saying("none"))).toHaveLength(2);
  await expect(readUploads([pdf(), pdf(), pdf()], 2, saying("none"))).rejects.toThrow(
    "file.too_many",
  );
});

test("a file goes out as a download that nothing may run in", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");
  const digest = "ab".repeat(32);
  const response = fileResponse({ name: '"><script>.pdf', type: "application/pdf", digest, bytes });
  expect(response.headers.get("Content-Type")).toBe("application/pdf");
  expect(response.headers.get("Content-Disposition")).toBe(
    'attachment; filename="file-abababababab.pdf"',
  );
  expect(response.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});
