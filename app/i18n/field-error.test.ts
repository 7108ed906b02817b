import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-error.ts";
import { messagesIn } from "./messages.ts";

const Schema = z.object({
  name: z.string().trim().min(2).max(5),
  seats: z.number().int().min(1).max(20),
  mode: z.enum(["visit", "seat"]),
  days: z.array(z.string()).min(1),
  birth: z.iso.date(),
  price: z.string().regex(/^\d+$/, { error: "amount" }),
  code: z.string().refine((code) => code === "right", { error: "credit_code" }),
});

function errorsOf(values: Record<string, string>, language: "zh" | "en" = "zh") {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const messages = messagesIn(language);
  return parseWithZod(form, { schema: Schema, ...fieldErrors(messages) }).reply().error ?? {};
}

test("an empty form asks for every field in the reader's words", () => {
  const { fields } = messagesIn("zh");
  expect(errorsOf({})).toMatchObject({
    name: [fields.required],
    seats: [fields.required],
    mode: [fields.choose],
    birth: [fields.required],
    price: [fields.required],
  });
});

test("a wrong value is answered with the bound it missed", () => {
  const { fields } = messagesIn("en");
  const wrong = { name: "abcdefg", seats: "21", mode: "x", days: "mon", birth: "soon" };
  expect(errorsOf({ ...wrong, price: "1,2", code: "wrong" }, "en")).toEqual({
    name: [fields.tooLong(5)],
    seats: [fields.tooLarge("20")],
    mode: [fields.choose],
    birth: [fields.notDate],
    price: [fields.custom.amount],
    code: [fields.custom.credit_code],
  });
});

test("a number that is none and a number that is not whole are told apart", () => {
  const { fields } = messagesIn("zh");
  expect(errorsOf({ seats: "many" }).seats).toEqual([fields.notNumber]);
  expect(errorsOf({ seats: "1.5" }).seats).toEqual([fields.notWhole]);
});
