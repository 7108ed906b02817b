import { createPrivateKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { isDevelopmentKey, keptSecrets, type Secrets, signingSeed } from "./secrets.server.ts";

export type Mode = "demo" | "test" | "production";

export type Environment = {
  mode: Mode;
  port: number;
  host: string;
  /** Where the built-in database and the demo's secrets are kept. */
  dataDir: string;
  /** Undefined until the built-in database runs. */
  databaseUrl: string | undefined;
  /** Connections per process. */
  databasePool: number;
  /** Without a slash at the end. */
  publicUrl: string;
  /** How many proxies in front of us may be believed about the client's address. */
  trustProxy: number;
  /** The mail server, smtp(s)://user:password@host:port; without one letters are kept, not sent. */
  mailUrl: string | undefined;
  /** Who the letters are from. */
  mailFrom: string;
  /** The ClamAV daemon that looks at uploads, clamd://host:port; without one nobody does. */
  scannerUrl: string | undefined;
  /** Registered with the Open Contracting Partnership; stands before every contracting process's id. */
  ocidPrefix: string;
  /** 32 bytes, from which the platform's share of every bid key is derived. */
  platformKey: Buffer;
  /** Ed25519, signs receipts. */
  signingKey: KeyObject;
  /** 32 bytes, AES-256-GCM of sensitive fields. */
  fieldKey: Buffer;
};

/** Wrong settings, a sentence each, for the person who starts the server. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

type Variables = Readonly<Record<string, string | undefined>>;
type Settings = z.infer<typeof settings>;

const whole = (name: string, least: number, most: number) => {
  const error = `${name} must be a whole number from ${least} to ${most}.`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const settings = z.object({
  JIEFANG_MODE: z
    .enum(["demo", "test", "production"], {
      error: "JIEFANG_MODE must be demo, test or production.",
    })
    .optional(),
  PORT: whole("PORT", 1, 65_535).default(3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, {
      error: "DATABASE_URL must look like postgres://user:password@host:5432/name.",
    })
    .optional(),
  DATABASE_POOL: whole("DATABASE_POOL", 1, 100).default(4),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s]+\/?$/, {
      error: "PUBLIC_URL must be an address without a path, such as https://jiefang.example.cn.",
    })
    .optional(),
  TRUST_PROXY: whole("TRUST_PROXY", 0, 9).default(0),
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, {
      error: "MAIL_URL must look like smtps://user:password@mail.example.cn:465.",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, {
      error: "MAIL_FROM must be a mail address, such as no-reply@jiefang.example.cn.",
    })
    .optional(),
  SCANNER_URL: z
    .string()
    .regex(/^clamd:\/\/[^\s/:@]+:\d{1,5}$/, {
      error: "SCANNER_URL must look like clamd://127.0.0.1:3310.",
    })
    .optional(),
  OCDS_PREFIX: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}$/, {
      error: "OCDS_PREFIX must be ocds- and six letters or digits, as registered.",
    })
    .default("ocds-jfdemo"),
});

/** Reads and checks the settings; throws a `ConfigurationError` that names all that is wrong. */
export function readEnvironment(variables: Variables): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw complain(parsed.error.issues.map((issue) => issue.message));
  const values = parsed.data;
  const mode = values.JIEFANG_MODE ?? (values.DATABASE_URL ? "production" : "demo");
  const problems = problemsOfMode(mode, values, given);
  const secrets = mode === "production" ? given : keptSecrets(values.DATA_DIR, given);
  problems.push(...problemsOfSecrets(mode, secrets));
  if (problems.length > 0) throw complain(problems);
  return environment(mode, values, secrets);
}

function environment(mode: Mode, values: Settings, secrets: Partial<Secrets>): Environment {
  const host = values.HOST ?? (mode === "production" ? "0.0.0.0" : "127.0.0.1");
  const visible = host === "0.0.0.0" ? "127.0.0.1" : host;
  const publicUrl = (values.PUBLIC_URL ?? `http://${visible}:${values.PORT}`).replace(/\/$/, "");
  return {
    mode,
    port: values.PORT,
    host,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    publicUrl,
    trustProxy: values.TRUST_PROXY,
    mailUrl: values.MAIL_URL,
    mailFrom: values.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`,
    scannerUrl: values.SCANNER_URL,
    ocidPrefix: values.OCDS_PREFIX,
    platformKey: Buffer.from(secrets.PLATFORM_KEY ?? "", "base64"),
    signingKey: createPrivateKey({
      key: Buffer.from(secrets.SIGNING_KEY ?? "", "base64"),
      format: "der",
      type: "pkcs8",
    }),
    fieldKey: Buffer.from(secrets.FIELD_KEY ?? "", "base64"),
  };
}

function problemsOfMode(mode: Mode, values: Settings, given: Variables) {
  const problems = [];
  if (mode === "production" && !values.DATABASE_URL) {
    problems.push("DATABASE_URL is required when JIEFANG_MODE is production.");
  }
  if (mode !== "production" && values.DATABASE_URL && given.NODE_ENV === "production") {
    problems.push(
      `JIEFANG_MODE is ${mode}, but NODE_ENV is production and DATABASE_URL is set: ${mode} mode has open demo accounts and a clock that moves, so it refuses what looks like a real database.`,
    );
  }
  return problems;
}

function problemsOfSecrets(mode: Mode, secrets: Partial<Secrets>) {
  const keys = {
    PLATFORM_KEY: { key: bytes(secrets.PLATFORM_KEY), form: "32 bytes in base64" },
    FIELD_KEY: { key: bytes(secrets.FIELD_KEY), form: "32 bytes in base64" },
    SIGNING_KEY: {
      key: signingSeed(secrets.SIGNING_KEY),
      form: "an Ed25519 private key, PKCS8 in base64",
    },
  };
  return Object.entries(keys).flatMap(([name, { key, form }]) => {
    if (key?.length !== 32)
      return [`${name} must be ${form}; docs/operations.md says how to make it.`];
    if (mode === "production" && isDevelopmentKey(key)) {
      return [`${name} is a development value; production needs a secret of its own.`];
    }
    return [];
  });
}

const bytes = (text = "") => Buffer.from(text, "base64");

const complain = (problems: string[]) => new ConfigurationError(problems.join("\n"));
