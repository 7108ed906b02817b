import { Refusal } from "#app/domain/refusal.ts";

export const fileTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type FileType = (typeof fileTypes)[number];

/** "none" where no scanner is configured: such a file is kept, and whoever opens it is told. */
export const fileScans = ["clean", "none"] as const;
export type FileScan = (typeof fileScans)[number];

/** What somebody sent, looked at and found acceptable; `name` is only shown, never used to find or serve it. */
export type Upload = { name: string; type: FileType; bytes: Uint8Array; scan: FileScan };

/** 5 MB. */
export const MOST_BYTES = 5_242_880;

/** What a file field offers to choose from; what counts is what the file begins with. */
export const acceptedFiles = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

const LONGEST_NAME = 80;

const beginnings: Record<FileType, readonly number[]> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

const endings: Record<FileType, string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** What a file is by its first bytes, whatever its name or its sender says; refuses what is none of the accepted types. */
export function checkUpload(name: string, bytes: Uint8Array): Omit<Upload, "scan"> {
  if (bytes.length === 0) throw new Refusal("file.empty");
  if (bytes.length > MOST_BYTES) throw new Refusal("file.too_large");
  const type = fileTypes.find((one) => beginnings[one].every((byte, at) => bytes[at] === byte));
  if (!type) throw new Refusal("file.not_accepted");
  return { name: shownName(name, type), type, bytes };
}

/** The name under which a file is saved by whoever fetches it: our own, of its digest. */
export const servedName = (digest: string, type: FileType): string =>
  `file-${digest.slice(0, 12)}.${endings[type]}`;

/** A sender's name for a file without folders and unseen characters, with the ending of what it is. */
function shownName(name: string, type: FileType): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replaceAll(/\p{C}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replace(/\.(pdf|jpe?g|png)$/i, "")
    .replaceAll(/^[.\s]+|[.\s]+$/gu, "");
  const shortened = [...stem].slice(0, LONGEST_NAME).join("");
  return `${shortened || "file"}.${endings[type]}`;
}
