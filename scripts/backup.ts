import { cpSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { env } from "#app/env.server.ts";
import { cluster, secrets, stamp, whyNotCopied } from "./data-folder.ts";

// npm run backup -- [folder]: a copy of the built-in database and its secrets, while it does not run.
const target = path.resolve(process.argv[2] ?? path.join(env.dataDir, "backups", stamp));

const problem = (await whyNotCopied()) ?? whyNot();
if (problem) {
  console.log(problem);
  process.exitCode = 1;
} else {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  cpSync(cluster, path.join(target, "postgres"), { recursive: true });
  cpSync(secrets, path.join(target, "secrets.json"));
  console.log(`Saved in ${target}. It holds the secrets too: keep it as safe as the server.`);
}

function whyNot() {
  if (existsSync(target)) return `${target} exists already.`;
  if (!existsSync(path.join(cluster, "PG_VERSION")))
    return `There is no database in ${env.dataDir}.`;
  return undefined;
}
