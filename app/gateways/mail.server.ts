import { createTransport } from "nodemailer";
import type { Environment } from "#app/env/read.server.ts";
import { env } from "#app/env.server.ts";
import { minutes } from "#app/values/time.ts";

export type Mail = {
  /** Stays the same when a letter is sent again, so that a mailbox may know it. */
  id: string;
  to: string;
  subject: string;
  text: string;
};

/** Why a letter was not taken, without what it said; `forGood` when trying again is of no use. */
export type MailProblem = { words: string; forGood: boolean };

export type MailPort = { send: (mail: Mail) => Promise<MailProblem | undefined> };

const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: minutes(0.5),
};

type MailSettings = Pick<Environment, "mailUrl" | "mailFrom" | "publicUrl">;

/** The mail server that the settings name; undefined where they name none. */
export function openMail(settings: MailSettings = env): MailPort | undefined {
  const { mailUrl, mailFrom, publicUrl } = settings;
  if (!mailUrl) return undefined;
  const transport = createTransport({ url: mailUrl, ...patience });
  const { hostname } = new URL(publicUrl);
  return {
    send: async ({ id, ...mail }) => {
      const messageId = `<${id}@${hostname}>`;
      const headers = { "Auto-Submitted": "auto-generated" };
      try {
        await transport.sendMail({ from: mailFrom, messageId, headers, ...mail });
        return undefined;
      } catch (error) {
        return problemOf(error);
      }
    },
  };
}

/** A 5xx answer about this letter is final; anything else (no connection, 4xx, a refused sign-in) may pass. */
function problemOf(error: unknown): MailProblem {
  if (!(error instanceof Error)) return { words: "unknown", forGood: false };
  const code = word(error, "code");
  const command = word(error, "command");
  const answer = Number(Reflect.get(error, "responseCode") ?? 0);
  const ofLetter = ["RCPT TO", "MAIL FROM", "DATA"].includes(command);
  const words = [code, command, answer || ""].filter(Boolean).join(" ") || error.name;
  return { words, forGood: ofLetter && answer >= 500 && answer < 600 };
}

function word(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : "";
}
