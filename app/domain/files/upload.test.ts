import { describe, expect, test } from "vitest";
import { checkUpload, MOST_BYTES, servedName } from "./upload.ts";

const pdf = (length = 200) => {
  const bytes = new Uint8Array(length);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  return bytes;
};
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0);
const text = (content: string) => new TextEncoder().encode(content);

describe("what a file is", () => {
  test.each([
    ["a PDF", pdf(), "application/pdf"],
    ["a PNG", png, "image/png"],
    ["a JPEG", jpeg, "image/jpeg"],
  ])("%s is known by its first bytes", (_, bytes, type) => {
    expect(checkUpload("证书", bytes)).toMatchObject({ type });
  });

  test.each([
    ["a page that calls itself a PDF", text("<html><script>alert(1)</script>%PDF-1.7")],
    ["a drawing with a script", text("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["a program", Uint8Array.of(0x4d, 0x5a, 0x90, 0)],
    ["half a PNG", png.subarray(0, 7)],
    ["an old picture", text("GIF89a")],
  ])("%s is refused, whatever its name", (_, bytes) => {
    expect(() => checkUpload("证书.pdf", bytes)).toThrow("file.not_accepted");
  });

  test("nothing is refused, and so is more than 5 MB", () => {
    expect(() => checkUpload("a.pdf", new Uint8Array())).toThrow("file.empty");
    expect(checkUpload("a.pdf", pdf(MOST_BYTES)).bytes).toHaveLength(MOST_BYTES);
    expect(() => checkUpload("a.pdf", pdf(MOST_BYTES + 1))).toThrow("file.too_large");
  });
});

test.each([
  ["法人登记证书.pdf", "法人登记证书.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Users\\chen\\证书.PDF", "证书.pdf"],
  ["证\u0000书\r\nX-Evil: 1.pdf", "证书X-Evil: 1.pdf"],
  ["\u202Efdp.exe", "fdp.exe.pdf"],
  ["...", "file.pdf"],
  ["", "file.pdf"],
  [".htaccess", "htaccess.pdf"],
  ["照片.png", "照片.pdf"],
  ["长".repeat(200), `${"长".repeat(80)}.pdf`],
])("the name %j is shown as %j", (sent, shown) => {
  expect(checkUpload(sent, pdf()).name).toBe(shown);
});

test("a file is served under a name of our own", () => {
  expect(servedName("0123456789abcdef".repeat(4), "image/jpeg")).toBe("file-0123456789ab.jpg");
});
