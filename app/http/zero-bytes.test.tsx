import { type Duplex, PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutZeroBytes } from "./zero-bytes.ts";

const words = Array.from({ length: 400 }, (_, index) => `第${index}${"一".repeat(index % 7)}条`);

/** What a browser gets when React renders a long Chinese list into the stream. */
function rendered(into: Duplex): Promise<Buffer> {
  return new Promise((resolve) => {
    const list = words.map((word) => <li key={word}>{word}</li>);
    const { pipe } = renderToPipeableStream(<ul>{list}</ul>, {
      onAllReady: () => resolve(buffer(pipe(into))),
    });
  });
}

test("a long Chinese page arrives without zero bytes and with every character", async () => {
  const html = (await rendered(withoutZeroBytes())).toString();
  expect(html).not.toContain("\0");
  expect(html).toBe(`<ul>${words.map((word) => `<li>${word}</li>`).join("")}</ul>`);
});

test("React still needs this: without it zero bytes arrive", async () => {
  expect(await rendered(new PassThrough())).toContain(0);
});
