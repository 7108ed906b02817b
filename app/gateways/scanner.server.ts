import { connect } from "node:net";
import { env } from "#app/env.server.ts";
import { minutes } from "#app/values/time.ts";

/** "away" when the scanner did not answer, or not in its words. */
export type Verdict = "clean" | "infected" | "none" | "away";

/** Something that looks for malware in a file before it is kept. */
export type ScannerPort = { scan: (bytes: Uint8Array) => Promise<Verdict> };

/** Says of every file that nobody looked at it. */
const noScanner: ScannerPort = { scan: async () => "none" };

/** The ClamAV daemon that the settings name; where they name none, one that says so. */
export function openScanner(scannerUrl: string | undefined = env.scannerUrl): ScannerPort {
  if (!scannerUrl) return noScanner;
  const { hostname, port } = new URL(scannerUrl);
  return { scan: (bytes) => askDaemon({ host: hostname, port: Number(port) }, bytes) };
}

/** clamd's INSTREAM: chunks after their lengths, an empty one at the end, and one line back. */
function askDaemon(at: { host: string; port: number }, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(at);
    socket.setTimeout(minutes(0.5), () => socket.destroy());
    socket.setEncoding("utf8");
    socket.on("data", (said) => {
      answer += said;
    });
    socket.on("error", () => resolve("away"));
    socket.on("close", () => resolve(verdictOf(answer)));
    socket.write("zINSTREAM\0");
    socket.write(lengthOf(bytes.length));
    socket.write(bytes);
    socket.write(lengthOf(0));
  });
}

function verdictOf(answer: string): Verdict {
  const said = answer.replaceAll("\0", "").trim();
  if (said === "stream: OK") return "clean";
  return said.endsWith(" FOUND") ? "infected" : "away";
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}
