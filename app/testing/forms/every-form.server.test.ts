import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { flattened } from "../route-list.ts";
import { accountRows } from "./account-rows.server.ts";
import { certificateRows } from "./certificate-rows.server.ts";
import { challengeRows } from "./challenge-rows.server.ts";
import { consultationRows } from "./consultation-rows.server.ts";
import { contractRows } from "./contract-rows.server.ts";
import { draftingRows } from "./drafting-rows.server.ts";
import { evaluationRows } from "./evaluation-rows.server.ts";
import type { FormRow } from "./form-row.ts";
import { fundRows } from "./fund-rows.server.ts";
import { moneyRows } from "./money-rows.server.ts";
import { organizationRows } from "./organization-rows.server.ts";
import { plainRows } from "./plain-rows.server.ts";
import { platformRows } from "./platform-rows.server.ts";
import { residentRows } from "./resident-rows.server.ts";
import { tenderAmendmentRows } from "./tender-amendment-rows.server.ts";
import { workRows } from "./work-rows.server.ts";

const tables: Record<string, readonly Pick<FormRow, "route">[]> = {
  accountRows,
  certificateRows,
  challengeRows,
  consultationRows,
  contractRows,
  draftingRows,
  evaluationRows,
  fundRows,
  moneyRows,
  organizationRows,
  plainRows,
  platformRows,
  residentRows,
  tenderAmendmentRows,
  workRows,
};

const action = /^export (async )?(function|const) action\b|^export \{[^}]*\baction\b/m;
const hasAction = (file: string) =>
  action.test(readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8"));

const forms = flattened(await routes)
  .map(({ file }) => file)
  .filter(hasAction);
const listed = Object.values(tables).flatMap((rows) => rows.map(({ route }) => route));

/** The table in which most forms of the same folder stand. */
function tableFor(file: string): string {
  const near = (rows: readonly Pick<FormRow, "route">[]) =>
    Math.max(...rows.map(({ route }) => commonStart(route, file)));
  const [best] = Object.entries(tables).sort(([, a], [, b]) => near(b) - near(a));
  const words = (best?.[0] ?? "").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${words}.server.ts`;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

test("every form is held to its answers to bad input", () => {
  const missing = forms
    .filter((file) => !listed.includes(file))
    .map(
      (file) =>
        `${file} has an action, and no row. Add { route: "${file}", asks: […the fields it must have], setting: async () => ({ who, stranger, address }) } to app/testing/forms/${tableFor(file)}, or, if nothing can be filled in, a row with its reason to plain-rows.server.ts.`,
    );
  expect(missing).toEqual([]);
});

test("no row stands for a form that is gone, and none stands twice", () => {
  expect(listed.filter((route) => !forms.includes(route))).toEqual([]);
  expect(listed.filter((route, index) => listed.indexOf(route) !== index)).toEqual([]);
});
