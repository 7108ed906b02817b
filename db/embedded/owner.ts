import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

export type Owner = { uid: number; gid: number };

/** Who runs PostgreSQL, when this process is root, as whom it refuses to run; otherwise undefined: ourselves. */
export function owner(): Owner | undefined {
  if (process.platform === "win32") {
    throw new Error("On Windows set DATABASE_URL to a PostgreSQL server; none is built in there.");
  }
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody here.");
}

/** Whether any user can reach what lies in a folder: each folder on the way lets others pass. */
export function openToAll(folder: string): boolean {
  const real = realpathSync(folder);
  if ((statSync(real).mode & 0o001) === 0) return false;
  return real === path.parse(real).root || openToAll(path.dirname(real));
}
