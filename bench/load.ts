import http from "node:http";

export type Ask = { path: string; method?: "POST"; cookie?: string; body?: string; status: number };

/** How a round went: operations a second, and how long each took, in milliseconds. */
export type Round = { perSecond: number; times: number[] };

/** Does the work for each input, so many at a time, and times it. */
export async function timed<Input>(
  inputs: readonly Input[],
  atOnce: number,
  work: (input: Input) => Promise<unknown>,
): Promise<Round> {
  const times: number[] = [];
  const left = inputs.values();
  const began = performance.now();
  const lane = async () => {
    for (const input of left) {
      const started = performance.now();
      await work(input);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { perSecond: (inputs.length * 1_000) / (performance.now() - began), times };
}

/** Asks a server on this machine, over connections that stay open; any other status than the expected is an error. */
export function askerOf(port: number, atOnce: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const origin = `http://127.0.0.1:${port}`;
  return ({ path, method = "GET" as "POST", cookie, body, status }: Ask): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = {
        "Accept-Encoding": "gzip",
        Origin: origin,
        ...(cookie && { Cookie: cookie }),
        ...(body && {
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": String(Buffer.byteLength(body)),
        }),
      };
      const request = http.request(`${origin}${path}`, { agent, method, headers }, (response) => {
        response.resume();
        response.once("end", () => {
          if (response.statusCode === status) resolve();
          else reject(new Error(`${method} ${path} answered ${response.statusCode}`));
        });
      });
      request.once("error", reject);
      request.end(body);
    });
}
