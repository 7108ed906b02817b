import { expect, test } from "vitest";
import { defaultRules } from "./default-rules.ts";
import { type MemberProgress, scoresAreIn, sittingMembers } from "./panel.ts";

const rules = defaultRules.community.open_scored;
const done = { conflict: false, submittedAt: new Date("2026-11-20T08:00:00Z") };
const office: MemberProgress = { capacity: "office", ...done };
const expert: MemberProgress = { capacity: "expert", ...done };
const resident: MemberProgress = { capacity: "resident_representative", ...done };
const full = [office, expert, resident];

test("scores are in when each member of a full panel has declared and handed in", () => {
  expect(scoresAreIn(rules, full)).toBe(true);
  expect(scoresAreIn(rules, [office, expert, { ...resident, submittedAt: null }])).toBe(false);
  expect(scoresAreIn(rules, [office, expert, { ...resident, conflict: null }])).toBe(false);
});

test("a barred member neither holds the scores back nor makes up the panel", () => {
  const barred: MemberProgress = { capacity: "expert", conflict: true, submittedAt: null };
  expect(sittingMembers([...full, barred])).toEqual(full);
  expect(scoresAreIn(rules, [...full, barred])).toBe(true);
  expect(scoresAreIn(rules, [office, barred, resident])).toBe(false);
  expect(scoresAreIn(rules, [])).toBe(false);
});
