import { createPrivateKey, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Secrets = Record<"PLATFORM_KEY" | "SIGNING_KEY" | "FIELD_KEY", string>;

const mark = Buffer.from("demo-key");
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The secrets of a demo or a test: those given, and for the rest those kept beside the data, made once. */
export function keptSecrets(dataDir: string, given: Partial<Secrets>): Secrets {
  const { PLATFORM_KEY, SIGNING_KEY, FIELD_KEY } = given;
  if (PLATFORM_KEY && SIGNING_KEY && FIELD_KEY) return { PLATFORM_KEY, SIGNING_KEY, FIELD_KEY };
  const kept = readOrMake(path.join(dataDir, "secrets.json"));
  return {
    PLATFORM_KEY: PLATFORM_KEY ?? kept.PLATFORM_KEY,
    SIGNING_KEY: SIGNING_KEY ?? kept.SIGNING_KEY,
    FIELD_KEY: FIELD_KEY ?? kept.FIELD_KEY,
  };
}

/** Keys made for a demo carry a mark, so that production knows them; so do keys that are hardly random. */
export function isDevelopmentKey(key: Buffer): boolean {
  return key.subarray(0, mark.length).equals(mark) || new Set(key).size < 8;
}

/** The 32 secret bytes of an Ed25519 key, or undefined if it is no such key. */
export function signingSeed(signingKey: string | undefined): Buffer | undefined {
  try {
    const key = createPrivateKey({
      key: Buffer.from(signingKey ?? "", "base64"),
      format: "der",
      type: "pkcs8",
    });
    if (key.asymmetricKeyType !== "ed25519") return undefined;
    return Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url");
  } catch {
    return undefined;
  }
}

/** Two processes may make the file at once: the first to link it wins, and both read the winner's. */
function readOrMake(file: string): Secrets {
  const found = read(file);
  if (found) return found;
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600 });
  try {
    linkSync(partial, file);
  } catch (problem) {
    if (!read(file)) throw problem;
  } finally {
    rmSync(partial);
  }
  return readOrMake(file);
}

function read(file: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function makeSecrets(): Secrets {
  const key = () => Buffer.concat([mark, randomBytes(32 - mark.length)]);
  return {
    PLATFORM_KEY: key().toString("base64"),
    SIGNING_KEY: Buffer.concat([pkcs8, key()]).toString("base64"),
    FIELD_KEY: key().toString("base64"),
  };
}
