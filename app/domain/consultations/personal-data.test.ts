import { expect, test } from "vitest";
import { holdsPersonalNumbers } from "./personal-data.ts";

test.each([
  "请打13800138000找我",
  "电话 138-0013-8000",
  "座机0571-55502000",
  "身份证33010619550101123X",
])("a number by which somebody can be found is seen: %s", (text) => {
  expect(holdsPersonalNumbers(text)).toBe(true);
});

test.each([
  "预算508000元偏高，建议每月300人次。",
  "2026年12月31日前做完，共12个月。",
  "按GB 32100-2015办理。",
])("other numbers are none: %s", (text) => {
  expect(holdsPersonalNumbers(text)).toBe(false);
});
