import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { keyUri, matchingStep, newSecret, nextCode, stepOf } from "./totp.server.ts";

const rfc = Secret.fromLatin1("12345678901234567890").base32;
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("the code at second %i is the one in RFC 6238", (seconds, code) => {
  const now = at(seconds);
  expect(matchingStep(rfc, code, { now, lastStep: 0 })).toBe(stepOf(now));
});

test("a phone may be half a minute off either way, not a whole one", () => {
  const code = "287082";
  const found = [59 - 60, 59 - 30, 59 + 30, 59 + 60].map((seconds) =>
    matchingStep(rfc, code, { now: at(seconds), lastStep: -1 }),
  );
  expect(found).toEqual([undefined, 1, 1, undefined]);
});

test("a step that was used, and those before it, match no more", () => {
  const now = at(59);
  expect(matchingStep(rfc, "287082", { now, lastStep: stepOf(now) })).toBeUndefined();
});

test("the next code is one that was not used, until those of the minute are", () => {
  const now = at(1_111_111_109);
  const secret = newSecret();
  const used: number[] = [];
  for (;;) {
    const lastStep = used.at(-1) ?? 0;
    const code = nextCode(secret, { now, lastStep });
    if (!code) break;
    used.push(matchingStep(secret, code, { now, lastStep }) ?? 0);
  }
  expect(used.map((step) => step - stepOf(now))).toEqual([-1, 0, 1]);
});

test("the QR code names the platform and the account", () => {
  const uri = new URL(keyUri(rfc, "zhangjianguo"));
  expect(decodeURIComponent(uri.pathname)).toContain("街坊:zhangjianguo");
  expect(uri.searchParams.get("secret")).toBe(rfc);
});
