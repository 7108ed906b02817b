import { expect, test } from "vitest";
import { readBidDocument } from "./bid-document.ts";

const document = {
  priceFen: 1,
  plan: "每天有热饭😊",
  team: "",
  contactName: "周敏",
  contactPhone: "",
  responses: { plan: "有" },
};

test("an opened document is read without what nobody asked for", () => {
  expect(readBidDocument({ ...document, extra: 1 })).toEqual(document);
});

test.each([
  null,
  "text",
  [],
  {},
  { ...document, priceFen: "1" },
  { ...document, priceFen: 0 },
  { ...document, priceFen: 1.5 },
  { ...document, plan: undefined },
  { ...document, contactPhone: 110 },
  { ...document, responses: [] },
  { ...document, responses: { plan: 1 } },
  { ...document, plan: "a\u0000b" },
  { ...document, team: "half a character: \ud83d" },
  { ...document, responses: { "\ud83d": "" } },
])("%j is not a bid", (opened) => {
  expect(readBidDocument(opened)).toBeUndefined();
});
