import { describe, expect, test } from "vitest";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import { defaultRules } from "./default-rules.ts";
import { nextStep, type TenderLife } from "./next-step.ts";

const rules = defaultRules.community.open_scored;

const nothingYet: TenderLife = {
  status: "draft",
  suspended: false,
  challenged: false,
  objectionId: null,
  authorId: "author",
  projectAuthorId: "drafter",
  sentBack: false,
  unanswered: 0,
  unreplied: 0,
  commentsOpen: false,
  proposedBy: null,
  openerIds: ["a", "b"],
  turns: [],
  submittedBids: 0,
  reducedBidsReason: null,
  talks: null,
  panel: [],
  reportSigned: false,
  recommendedBy: null,
  terms: null,
  officeSigned: false,
};

const step = (life: Partial<TenderLife>, userId: string, ...roles: OfficeRole[]) =>
  Object.values(nextStep({ ...nothingYet, ...life }, { userId, roles }, rules))[0];

describe("a draft in public", () => {
  const consulting = { status: "consulting", commentsOpen: true } as const;

  test("waits for comments, for the officer's replies, and then for her to send it on", () => {
    expect(step(consulting, "x", "officer")).toBe("for_comments");
    expect(step({ ...consulting, unreplied: 1 }, "x", "officer")).toBe("reply_to_comments");
    expect(step({ ...consulting, commentsOpen: false }, "x", "officer")).toBe("complete");
    expect(step({ ...consulting, unreplied: 1 }, "x", "approver")).toBe("for_comments");
  });
});

describe("a draft", () => {
  test("is the officer's to complete, or to change when it came back", () => {
    expect(step({}, "x", "officer")).toBe("complete");
    expect(step({ sentBack: true }, "x", "officer")).toBe("rewrite");
    expect(step({}, "x", "approver")).toBe("for_officer");
  });

  test("under review is an approver's to publish, but not hers who wrote it", () => {
    const life = { status: "in_review" } as const;
    expect(step(life, "x", "approver")).toBe("publish");
    expect(step(life, "x", "officer")).toBe("for_approver");
    for (const own of ["author", "drafter"]) {
      expect(step(life, own, "officer", "approver")).toBe("for_other_approver");
    }
  });
});

describe("an open tender", () => {
  test("asks the officer for answers, and else waits for bids", () => {
    expect(step({ status: "open", unanswered: 1 }, "x", "officer")).toBe("answer");
    expect(step({ status: "open", unanswered: 1 }, "x", "finance")).toBe("for_bids");
    expect(step({ status: "open" }, "x", "officer")).toBe("for_bids");
  });

  test("is opened by each of its openers once after the deadline", () => {
    const closed = { status: "closed", submittedBids: 3 } as const;
    expect(step(closed, "a", "opener")).toBe("open_bids");
    expect(step({ ...closed, turns: ["a"] }, "a", "opener")).toBe("for_openers");
    expect(step(closed, "x", "opener")).toBe("for_openers");
  });

  test("with too few bids is the officer's to declare failed", () => {
    const closed = { status: "closed", submittedBids: 2 } as const;
    expect(step(closed, "x", "officer")).toBe("fail");
    expect(step(closed, "a", "opener")).toBe("for_few_bids");
  });

  test("with few bids is opened where the rules take them for a reason on record", () => {
    const closed = { status: "closed", submittedBids: 2, reducedBidsReason: "市场小" } as const;
    const consult = defaultRules.community.consult;
    const turn = nextStep(
      { ...nothingYet, ...closed },
      { userId: "a", roles: ["opener"] },
      consult,
    );
    expect(turn).toEqual({ duty: "open_bids" });
    expect(step(closed, "a", "opener")).toBe("for_few_bids");
  });
});

describe("an evaluation", () => {
  const member = (userId: string, change = {}) => ({
    userId,
    capacity: "expert" as const,
    chair: false,
    conflict: false as boolean | null,
    submittedAt: null as Date | null,
    ...change,
  });
  const resident = { capacity: "resident_representative" as const };
  const done = { submittedAt: new Date("2026-12-01T00:00:00Z") };
  const panel = [member("p", { chair: true }), member("q", resident), member("r")];
  const evaluating = { status: "evaluating" } as const;

  test("begins with the panel's naming, and goes back to it when a conflict bars a member", () => {
    expect(step(evaluating, "x", "officer")).toBe("name_panel");
    expect(step(evaluating, "x", "approver")).toBe("for_panel");
    const barred = [...panel.slice(1), member("p", { conflict: true })];
    expect(step({ ...evaluating, panel: barred }, "x", "officer")).toBe("name_panel");
    expect(step({ ...evaluating, panel: barred }, "p", "panel")).toBe("for_panel");
  });

  test("has each member declare, score, and the chair sign once all scores are in", () => {
    const undeclared = [member("p", { conflict: null }), ...panel.slice(1)];
    expect(step({ ...evaluating, panel: undeclared }, "p", "panel")).toBe("declare");
    expect(step({ ...evaluating, panel }, "p", "panel")).toBe("score");
    const others = panel.map((one) => (one.userId === "q" ? one : { ...one, ...done }));
    expect(step({ ...evaluating, panel: others }, "p", "panel")).toBe("for_scores");
    const all = panel.map((one) => ({ ...one, ...done }));
    expect(step({ ...evaluating, panel: all }, "p", "panel")).toBe("sign_report");
    expect(step({ ...evaluating, panel: all }, "q", "panel")).toBe("for_report");
  });

  test("ends with the officer's recommendation", () => {
    const reported = { ...evaluating, panel, reportSigned: true };
    expect(step(reported, "x", "officer")).toBe("recommend");
    expect(step(reported, "p", "panel")).toBe("for_recommendation");
  });
});

describe("a recommendation", () => {
  test("is made public by an approver who did not make it, then waits for challenges", () => {
    const life = { status: "recommended", recommendedBy: "o" } as const;
    expect(step(life, "x", "approver")).toBe("publicise");
    expect(step(life, "o", "approver")).toBe("for_other_approver");
    expect(step({ status: "publicised" }, "x", "approver")).toBe("for_standstill");
  });

  test("that somebody objects to waits for an approver who did not make it", () => {
    const life = { status: "publicised", recommendedBy: "o", objectionId: "1" } as const;
    expect(step(life, "x", "approver")).toBe("decide_objection");
    expect(step(life, "o", "approver")).toBe("for_objection");
    expect(step(life, "x", "officer")).toBe("for_objection");
    expect(step({ ...life, challenged: true }, "x", "approver")).toBe("for_challenge");
  });

  test("where both sides choose leads to the office's answer first, and waits for the other's", () => {
    const life = { status: "awarded", terms: { office: false } } as const;
    expect(step(life, "x", "approver")).toBe("accept_terms");
    expect(step(life, "x", "officer")).toBe("for_terms");
    expect(step({ ...life, terms: { office: true } }, "x", "approver")).toBe("for_terms");
    expect(step({ ...life, challenged: true }, "x", "approver")).toBe("for_challenge");
  });

  test("leads to a contract that the office signs once", () => {
    expect(step({ status: "awarded" }, "x", "approver")).toBe("sign_contract");
    expect(step({ status: "awarded", officeSigned: true }, "x", "approver")).toBe("for_signatures");
    expect(step({ status: "contracted" }, "x", "officer")).toBe("for_delivery");
    expect(step({ status: "cancelled" }, "x", "officer")).toBe("for_nothing");
  });
});
