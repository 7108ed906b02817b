import { type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "#app/i18n/field-error.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { CheckboxGroup, RadioGroup } from "./choices.tsx";
import { TextArea, TextField } from "./fields.tsx";
import { Fieldset, Form } from "./form.tsx";

const Schema = z.object({
  name: z.string().min(2),
  why: z.string().min(10),
  password: z.string().min(12),
  mode: z.enum(["visit", "seat"]),
  days: z.array(z.enum(["1", "2", "3"])).min(1),
});

const modes = ["visit", "seat"].map((value) => ({ value, label: value }));
const days = ["1", "2", "3"].map((value) => ({ value, label: value }));

function Booking({ reply }: { reply: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<z.input<typeof Schema>>({ id: "form", lastResult: reply });
  return (
    <Form form={form}>
      <TextField field={fields.name} label="姓名" hint="照身份证填写" />
      <Fieldset legend="需要">
        <TextArea field={fields.why} label="理由" />
      </Fieldset>
      <TextField field={fields.password} label="密码" type="password" />
      <RadioGroup field={fields.mode} label="方式" options={modes} />
      <CheckboxGroup field={fields.days} label="日子" options={days} optional />
    </Form>
  );
}

function answered(typed: [string, string][], formErrors?: string[]) {
  const form = new FormData();
  for (const [name, value] of typed) form.append(name, value);
  const submission = parseWithZod(form, { schema: Schema, ...fieldErrors(messagesIn("zh")) });
  const reply = submission.reply(formErrors && { formErrors });
  return renderToStaticMarkup(<Booking reply={reply} />);
}

const typed: [string, string][] = [
  ["name", "王"],
  ["why", "要人<陪>"],
  ["password", "secret"],
  ["mode", "seat"],
  ["days", "1"],
  ["days", "3"],
];

test("a first visit shows no errors", () => {
  const html = renderToStaticMarkup(<Booking reply={null} />);
  expect(html).not.toContain("error");
  expect(html).not.toContain("aria-invalid");
});

test("what was typed and chosen is still there after an error", () => {
  const html = answered(typed);
  expect(html).toContain('value="王"');
  expect(html).toContain("要人&lt;陪&gt;</textarea>");
  expect(html).toMatch(/checked="" value="seat"/);
  expect(html).not.toMatch(/checked="" value="visit"/);
  expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
});

test("a password is never sent back", () => {
  expect(answered(typed)).not.toContain("secret");
});

test("each error stands at its field and is linked from the summary by the field's name", () => {
  const html = answered(typed);
  expect(html).toContain('<a href="#form-name">姓名：请至少写2个字</a>');
  expect(html).toContain('<a href="#form-why">理由：请至少写10个字</a>');
  expect(html).toMatch(/id="form-name"[^>]*aria-invalid="true"/);
  expect(html).toMatch(/aria-describedby="form-name-description form-name-error"/);
  expect(html).toContain('<p id="form-name-error" class="field-error">请至少写2个字</p>');
});

test("a missing choice leads to its first option", () => {
  const html = answered(typed.filter(([name]) => name !== "mode"));
  expect(html).toContain('<a href="#form-mode">方式：请选择一项</a>');
  expect(html).toMatch(/<input type="radio" id="form-mode" [^>]*value="visit"/);
});

test("the summary takes the focus, and leaves a refusal to the page", () => {
  const html = answered(typed, ["投标已经截止"]);
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/);
  expect(html).not.toContain("投标已经截止");
});
