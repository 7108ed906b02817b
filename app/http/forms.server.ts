import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import { fieldErrors } from "#app/i18n/field-error.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { preferencesOf } from "./locale.server.ts";

const statuses: Partial<Record<RefusalCode, number>> = {
  not_found: 404,
  forbidden: 403,
  "account.wrong_password": 401,
  "account.too_many_attempts": 429,
};

/** Read the form, run the command, and answer a bad field or a refusal with the form itself. */
export async function submit<Values, Reply>(
  request: Request,
  form: z.ZodType<Values>,
  command: (values: Values) => Promise<Reply>,
) {
  const messages = messagesIn(preferencesOf(request).language);
  const sent = await request.formData();
  const submission = parseWithZod(sent, { schema: form, ...fieldErrors(messages) });
  const unreadable = unreadableFields(sent).map((name) => [name, [messages.fields.unreadable]]);
  if (submission.status !== "success" || unreadable.length > 0) {
    return data(byControl(submission.reply({ fieldErrors: Object.fromEntries(unreadable) })), 400);
  }
  try {
    return await command(submission.value);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data(
      submission.reply({ formErrors: [messages.refusals[error.code]] }),
      statuses[error.code] ?? 409,
    );
  }
}

/** The fields with characters that nobody can see, and that the database or a feed would stumble over. */
function unreadableFields(sent: FormData): string[] {
  const names = [...sent].filter(([, value]) => typeof value === "string" && control.test(value));
  return [...new Set(names.map(([name]) => name))];
}

/** Control characters but for tabs and the ends of lines. */
const control = /[^\P{Cc}\t\n\r]/u;

/** What is wrong with one of a field's several values, such as one of many ticks, is said of the field. */
function byControl(reply: SubmissionResult<string[]>): SubmissionResult<string[]> {
  const error: Record<string, string[]> = {};
  for (const [name, said] of Object.entries(reply.error ?? {})) {
    const control = name.replace(/\[\d+\]$/, "");
    error[control] = [...new Set([...(error[control] ?? []), ...(said ?? [])])];
  }
  return { ...reply, error };
}
