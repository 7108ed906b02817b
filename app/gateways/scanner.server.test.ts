import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openScanner } from "./scanner.server.ts";

let daemon: Server | undefined;
afterEach(() => daemon?.close());

/** A daemon that reads one stream as clamd does and answers what `judge` says of it. */
async function startDaemon(judge: (content: Buffer) => string): Promise<string> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on("data", (part) => {
      got = Buffer.concat([got, part]);
      const command = Buffer.from("zINSTREAM\0");
      if (!got.subarray(-4).equals(Buffer.alloc(4)) || got.length < command.length + 8) return;
      expect(got.subarray(0, command.length)).toEqual(command);
      const length = got.readUInt32BE(command.length);
      const content = got.subarray(command.length + 4, -4);
      expect(content).toHaveLength(length);
      socket.end(`${judge(content)}\0`);
    });
  });
  daemon = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `clamd://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("without a scanner it says that nobody looked", async () => {
  expect(await openScanner(undefined).scan(Buffer.from("x"))).toBe("none");
});

test("a file is sent whole, and the daemon's word counts", async () => {
  const url = await startDaemon((content) =>
    content.includes("EICAR") ? "stream: Eicar-Signature FOUND" : "stream: OK",
  );
  const scanner = openScanner(url);
  expect(await scanner.scan(Buffer.from("%PDF-1.7 good"))).toBe("clean");
  expect(await scanner.scan(Buffer.from("%PDF-1.7 EICAR"))).toBe("infected");
});

test("an answer that is no verdict, or none at all, is not taken for a clean file", async () => {
  const url = await startDaemon(() => "INSTREAM size limit exceeded. ERROR");
  expect(await openScanner(url).scan(Buffer.from("x"))).toBe("away");
  daemon?.close();
  expect(await openScanner("clamd://127.0.0.1:1").scan(Buffer.from("x"))).toBe("away");
});
