import { describe, expect, test } from "vitest";
import { hasPersonalData, withoutPersonalData } from "./personal-data.ts";

describe("personal data in a text", () => {
  test.each([
    ["an ID number", "身份证11010519491231002X号", "身份证＊＊＊号"],
    ["a mobile number", "电话13800001234，随时联系", "电话＊＊＊，随时联系"],
    ["a mobile number in groups", "138 0000 1234", "＊＊＊"],
    ["a fixed line", "请打0571-88880000", "请打＊＊＊"],
    ["a mail address", "写信到 wang.hai@example.cn 即可", "写信到 ＊＊＊ 即可"],
  ])("is found and blotted out: %s", (_, text, blotted) => {
    expect(hasPersonalData(text)).toBe(true);
    expect(withoutPersonalData(text)).toBe(blotted);
    expect(hasPersonalData(blotted)).toBe(false);
  });

  test.each([
    ["a document number", "南湖街办采〔2026〕12号"],
    ["an amount", "报价48000000分，得分87.75"],
    ["a date", "2026-11-30 17:00"],
  ])("is not %s", (_, text) => {
    expect(hasPersonalData(text)).toBe(false);
    expect(withoutPersonalData(text)).toBe(text);
  });
});
