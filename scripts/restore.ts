import { cpSync, existsSync, renameSync } from "node:fs";
import path from "node:path";
import { cluster, secrets, stamp, whyNotCopied } from "./data-folder.ts";

// npm run restore -- folder: puts back what npm run backup saved. What is there now is set aside, not deleted.
const source = path.resolve(process.argv[2] ?? "");
const aside = `.before-${stamp}`;

const problem = (await whyNotCopied()) ?? whyNot();
if (problem) {
  console.log(problem);
  process.exitCode = 1;
} else {
  for (const now of [cluster, secrets]) if (existsSync(now)) renameSync(now, `${now}${aside}`);
  cpSync(path.join(source, "postgres"), cluster, { recursive: true });
  cpSync(path.join(source, "secrets.json"), secrets);
  console.log(`Restored. What was there before is kept under names that end in ${aside}.`);
}

function whyNot() {
  if (existsSync(path.join(source, "postgres/PG_VERSION"))) return undefined;
  return "Say which backup: npm run restore -- FOLDER, a folder that npm run backup made.";
}
