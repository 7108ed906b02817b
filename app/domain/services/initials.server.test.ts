import { expect, test } from "vitest";
import { initialsOf } from "./initials.server.ts";

test.each([
  ["居家养老", "jjyl"],
  ["长者助餐（送餐上门）", "zzzcscsm"],
  ["重阳节活动", "cyjhd"],
  ["上门理发 A 套餐", "smlfatc"],
  ["24小时看护", "24xskh"],
])("%s is found as %s", (title, initials) => {
  expect(initialsOf(title)).toBe(initials);
});
