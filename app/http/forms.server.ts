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
  const submission = parseWithZod(await request.formData(), {
    schema: form,
    ...fieldErrors(messages),
  });
  if (submission.status !== "success") return data(submission.reply(), 400);
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
