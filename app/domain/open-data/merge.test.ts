import { expect, test } from "vitest";
import { compile } from "./merge.ts";
import type { Release, Told } from "./release.ts";

const release = (number: number, told: Told): Release => ({
  ocid: "ocds-000000-1",
  id: String(number),
  date: `2026-11-0${number}T09:00:00.000+08:00`,
  tag: ["tenderUpdate"],
  initiationType: "tender",
  ...told,
});

test("the compiled release is named after its process and its last release", () => {
  expect(compile([release(1, {}), release(2, {})])).toEqual({
    ocid: "ocds-000000-1",
    id: "ocds-000000-1-2026-11-02T09:00:00.000+08:00",
    date: "2026-11-02T09:00:00.000+08:00",
    tag: ["compiled"],
    initiationType: "tender",
  });
});

test("fields that a later release does not tell stay, those that it tells are replaced", () => {
  const { tender } = compile([
    release(1, { tender: { id: "t", title: "助餐", status: "active" } }),
    release(2, { tender: { id: "t", status: "complete" } }),
  ]);
  expect(tender).toEqual({ id: "t", title: "助餐", status: "complete" });
});

test("entries of a list are merged by their id and keep their order", () => {
  const { awards } = compile([
    release(1, { awards: [{ id: "a", title: "甲", status: "pending" }] }),
    release(2, {
      awards: [
        { id: "b", status: "pending" },
        { id: "a", status: "active" },
      ],
    }),
  ]);
  expect(awards).toEqual([
    { id: "a", title: "甲", status: "active" },
    { id: "b", status: "pending" },
  ]);
});

test("a list of words is replaced whole", () => {
  const party = { id: "p", name: "康乐" };
  const { parties } = compile([
    release(1, { parties: [{ ...party, roles: ["tenderer"] }] }),
    release(2, { parties: [{ ...party, roles: ["tenderer", "supplier"] }] }),
  ]);
  expect(parties).toEqual([{ ...party, roles: ["tenderer", "supplier"] }]);
});

test("null takes a field away", () => {
  const taken = JSON.parse('{ "tender": { "id": "t", "title": null } }');
  const { tender } = compile([
    release(1, { tender: { id: "t", title: "助餐" } }),
    release(2, taken),
  ]);
  expect(tender).toEqual({ id: "t" });
});

test("nothing can be compiled of nothing", () => {
  expect(() => compile([])).toThrow("nothing to compile");
});
