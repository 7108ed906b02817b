import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { readBidDocument } from "./bid-document.ts";
import { documentOf, draftFrom, draftProblems, emptyDraft, fenOf, readDraft } from "./draft.ts";

const whole = {
  price: "480,000.50",
  plan: "每周上门两次",
  team: "护理员六名",
  contactName: "陈立",
  contactPhone: "0571-5550-2000",
  responses: { plan: "见方案", unasked: "不问" },
};
const tender = { ceiling: yuan(508_000), qualityIds: ["plan"] };

test.each([
  ["480000", 48_000_000],
  ["480,000.5", 48_000_050],
  ["￥１２３４．５０", 123_450],
  ["0.01", 1],
])("%s yuan are %d fen", (text, amount) => {
  expect(fenOf(text)).toBe(amount);
});

test.each(["", "0", "-1", "1.234", "12万", "1e5", "Infinity", "999999999999"])(
  "%j is no price",
  (text) => {
    expect(fenOf(text)).toBeUndefined();
  },
);

describe("a draft", () => {
  test("that is complete makes a bid with the answers asked for", () => {
    expect(draftProblems(whole, tender)).toEqual({});
    const document = documentOf(whole, tender.qualityIds);
    expect(document).toMatchObject({ priceFen: 48_000_050, responses: { plan: "见方案" } });
    expect(readBidDocument(document)).toEqual(document);
  });

  test("that is empty lacks everything", () => {
    expect(Object.values(draftProblems(emptyDraft, tender))).toEqual(Array(6).fill("required"));
  });

  test("names the field that is wrong", () => {
    const wrong = { ...whole, price: "508000.01", plan: "x".repeat(20_001), responses: {} };
    expect(draftProblems(wrong, tender)).toEqual({
      price: "ceiling",
      plan: "too_long",
      "response-plan": "required",
    });
    expect(draftProblems({ ...whole, price: "面议" }, tender)).toEqual({ price: "price" });
  });

  test("is read back as it was kept, and anything else is not", () => {
    expect(readDraft(JSON.stringify(whole))).toEqual(whole);
    expect(readDraft(JSON.stringify({ ...emptyDraft, plan: 1 }))).toEqual(emptyDraft);
    for (const kept of [null, "", "null", "[]", "{}", "{broken"]) {
      expect(readDraft(kept)).toBeUndefined();
    }
  });
});

test("an earlier bid gives a new one all but its price, and its answers where the same is asked again", () => {
  const earlier = {
    priceFen: 100,
    plan: "每天两次",
    team: "五人",
    contactName: "陈立",
    contactPhone: "0571-5550-2000",
    responses: { old1: "人员稳定", old2: "应急到位" },
  };
  const asked = [
    { id: "old1", name: "人员" },
    { id: "old2", name: "应急" },
  ];
  const asks = [
    { id: "new1", name: "应急" },
    { id: "new2", name: "培训" },
  ];
  expect(draftFrom(earlier, asked, asks)).toEqual({
    plan: "每天两次",
    team: "五人",
    contactName: "陈立",
    contactPhone: "0571-5550-2000",
    responses: { new1: "应急到位" },
  });
});
