import { expect, test } from "vitest";
import { makeResident } from "#db/seed/factories/accounts.ts";
import { sealText, unsealText } from "./sealed-fields.server.ts";

test("a sealed text reads the same again, and never looks the same twice", () => {
  expect(unsealText(sealText("桂苑路 20 号"))).toBe("桂苑路 20 号");
  expect(sealText("2580")).not.toEqual(sealText("2580"));
});

test("a flipped bit is refused", () => {
  const sealed = sealText("2580");
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unsealText(sealed)).toThrow();
});

test("a resident can be made for a test", async () => {
  expect((await makeResident()).role).toBe("resident");
});
