import { expect, test } from "vitest";
import { defaultNegativeList, forbiddenItem, readList, writtenList } from "./negative-list.ts";

test("a title falls under the item whose words it holds", () => {
  expect(forbiddenItem(defaultNegativeList, "社区劳务派遣服务")?.words).toContain("劳务派遣");
  expect(forbiddenItem(defaultNegativeList, "居家养老服务")).toBeUndefined();
});

test("the list is read as it is written, whatever colon and comma somebody types", () => {
  expect(readList(writtenList(defaultNegativeList))).toEqual(defaultNegativeList);
  expect(readList(" 融资行为: 融资，借款 \r\n\r\n")).toEqual([
    { item: "融资行为", words: ["融资", "借款"] },
  ]);
});

test.each(["融资行为", "：融资", "融资行为："])(
  "a line without item or words is no list: %s",
  (text) => {
    expect(readList(text)).toBeUndefined();
  },
);
