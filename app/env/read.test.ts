import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { ConfigurationError, readEnvironment } from "./read.server.ts";

const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "jiefang-env-"));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

const DATABASE_URL = "postgres://somebody@db.example.cn/jiefang";
const secrets = {
  PLATFORM_KEY: randomBytes(32).toString("base64"),
  FIELD_KEY: randomBytes(32).toString("base64"),
  SIGNING_KEY: generateKeyPairSync("ed25519")
    .privateKey.export({ format: "der", type: "pkcs8" })
    .toString("base64"),
};
const production = { DATABASE_URL, ...secrets };

test("with nothing set it is a demo that only this machine can reach", () => {
  expect(readEnvironment({ DATA_DIR })).toMatchObject({
    mode: "demo",
    host: "127.0.0.1",
    port: 3000,
    databaseUrl: undefined,
    publicUrl: "http://127.0.0.1:3000",
  });
});

test("with a database it is production, open to the network", () => {
  expect(readEnvironment(production)).toMatchObject({ mode: "production", host: "0.0.0.0" });
});

test("an empty variable counts as not set", () => {
  expect(readEnvironment({ DATA_DIR, PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000 });
});

test("the demo's secrets are made once, readable by their owner alone", () => {
  const first = readEnvironment({ DATA_DIR });
  const second = readEnvironment({ DATA_DIR });
  expect(second.fieldKey).toEqual(first.fieldKey);
  expect(first.signingKey.asymmetricKeyType).toBe("ed25519");
  expect(statSync(path.join(DATA_DIR, "secrets.json")).mode & 0o777).toBe(0o600);
});

test.each([
  ["PORT", "a hundred", "PORT must be a whole number from 1 to 65535."],
  ["PORT", "70000", "PORT must be a whole number from 1 to 65535."],
  ["DATABASE_POOL", "0", "DATABASE_POOL must be a whole number from 1 to 100."],
  ["DATABASE_URL", "mysql://x", "DATABASE_URL must look like postgres://"],
  ["PUBLIC_URL", "jiefang.example.cn", "PUBLIC_URL must be an address without a path"],
  ["SCANNER_URL", "127.0.0.1:3310", "SCANNER_URL must look like clamd://"],
  ["TRUST_PROXY", "yes", "TRUST_PROXY must be a whole number from 0 to 9."],
  ["JIEFANG_MODE", "live", "JIEFANG_MODE must be demo, test or production."],
])("%s=%s is refused in a sentence", (name, value, sentence) => {
  expect(() => readEnvironment({ DATA_DIR, [name]: value })).toThrow(sentence);
});

test("everything wrong is said at once", () => {
  const read = () => readEnvironment({ JIEFANG_MODE: "production" });
  expect(read).toThrow(ConfigurationError);
  for (const name of ["DATABASE_URL", "PLATFORM_KEY", "SIGNING_KEY", "FIELD_KEY"]) {
    expect(read).toThrow(name);
  }
});

test("production refuses the demo's secrets", () => {
  readEnvironment({ DATA_DIR });
  const kept = JSON.parse(readFileSync(path.join(DATA_DIR, "secrets.json"), "utf8"));
  for (const name of ["PLATFORM_KEY", "SIGNING_KEY", "FIELD_KEY"]) {
    const borrowed = { ...production, [name]: kept[name] };
    expect(() => readEnvironment(borrowed)).toThrow(`${name} is a development value`);
  }
});

test("production refuses a secret that is hardly random", () => {
  const weak = { ...production, FIELD_KEY: Buffer.alloc(32).toString("base64") };
  expect(() => readEnvironment(weak)).toThrow("FIELD_KEY is a development value");
});

test("demo and test modes refuse what looks like a production database", () => {
  for (const JIEFANG_MODE of ["demo", "test"]) {
    expect(() =>
      readEnvironment({ DATA_DIR, JIEFANG_MODE, DATABASE_URL, NODE_ENV: "production" }),
    ).toThrow("looks like a real database");
  }
});

test("the demo may run with NODE_ENV production on the database it brings itself", () => {
  expect(readEnvironment({ DATA_DIR, NODE_ENV: "production" }).mode).toBe("demo");
});
