import { checkUpload, type Upload } from "#app/domain/files/upload.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { openScanner, type ScannerPort } from "#app/gateways/scanner.server.ts";

/** A file from a form as the store takes it: size, type and name looked at, and by the scanner where there is one. */
export async function readUpload(
  file: File,
  scanner: ScannerPort = openScanner(),
): Promise<Upload> {
  const upload = checkUpload(file.name, new Uint8Array(await file.arrayBuffer()));
  const verdict = await scanner.scan(upload.bytes);
  if (verdict === "infected") throw new Refusal("file.infected");
  if (verdict === "away") throw new Refusal("file.not_scanned");
  return { ...upload, scan: verdict };
}

/** All files of a field that takes at most so many. */
export async function readUploads(
  files: readonly File[],
  most: number,
  scanner: ScannerPort = openScanner(),
): Promise<Upload[]> {
  if (files.length > most) throw new Refusal("file.too_many");
  return await Promise.all(files.map((file) => readUpload(file, scanner)));
}
