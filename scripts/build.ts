import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const stamp = "build/sources.sha256";
const sources = ["app", "db", "public", "vite.config.ts", "tsconfig.json", "package-lock.json"];

// npm run build
if (process.argv[1] === import.meta.filename) {
  const problem = build();
  if (problem) console.log(problem);
  process.exitCode = problem ? 1 : 0;
}

/** Whether the build was made from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === digestOfSources();
}

/** Builds the pages. Answers what went wrong, in the builder's own words, or undefined. */
export function build(): string | undefined {
  const digest = digestOfSources();
  const done = spawnSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    { env: { ...process.env, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  if (done.status !== 0) return `${done.stdout}${done.stderr}`;
  writeFileSync(stamp, digest);
  return undefined;
}

function digestOfSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesIn)) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(name: string): string[] {
  if (!existsSync(name)) return [];
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name)
    .sort()
    .flatMap((entry) => filesIn(path.join(name, entry)));
}
