import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fromBase64url,
  joinBytes,
  randomBytes,
  sha256Hex,
  textOf,
  toBase64url,
  toHex,
  utf8,
} from "./bytes.ts";

test("a text comes back from its bytes, and bytes that are no text are refused", () => {
  for (const text of ["", "街坊", "\ufeff标", "a\u0000b"]) expect(textOf(utf8(text))).toBe(text);
  expect(() => textOf(new Uint8Array([0xff]))).toThrow(TypeError);
});

test("bytes are joined in order", () => {
  expect(joinBytes(utf8("a"), new Uint8Array(0), utf8("bc"))).toEqual(utf8("abc"));
});

test("random bytes are as many as asked, and others each time", () => {
  expect(randomBytes(16)).toHaveLength(16);
  expect(randomBytes(16)).not.toEqual(randomBytes(16));
});

test("any bytes come back from base64url, which is what Node makes of them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test.each(["a", "ab=", "a+b/", "ab c", "街坊", "ab\n", "AB"])("%j is not base64url", (text) => {
  expect(() => fromBase64url(text)).toThrow(RangeError);
});

test("SHA-256 is that of the standard's examples", async () => {
  expect(await sha256Hex(utf8(""))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  expect(await sha256Hex(utf8("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  expect(toHex(new Uint8Array([0, 1, 255]))).toBe("0001ff");
});
