import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Installs what package-lock.json names, if that is missing or older than the lock. Needs Node alone. */
export function install() {
  const installed = path.join(root, "node_modules/.package-lock.json");
  const lock = path.join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing what it is built from (npm ci), once; this takes a minute or two …");
  const started = performance.now();
  const { status } = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    console.log("npm ci failed; its own words are above.");
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((performance.now() - started) / 1000)} s`);
}
