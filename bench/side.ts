import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { askerOf, type Round, timed } from "./load.ts";
import { makeBookers, makeRoom } from "./people.ts";
import { runScript, startServer } from "./servers.ts";
import type { Order } from "./sql.ts";
import type { Booker, Seat } from "./statements.ts";

const CONNECTIONS = 4;
const CACHED_PAGES = 400;
const PAGES = 60;
const BOOKINGS = 60;
const CATALOGUE = "/services";

const answer = z.object({
  error: z.string().optional(),
  answer: z.object({ perSecond: z.number(), times: z.array(z.number()) }).optional(),
});

/** The app over one database, and the same statements without the app. */
export type Side = Awaited<ReturnType<typeof openSide>>;

/** Fills an empty database by `npm run seed`. */
export async function prepare(url: string, bookings: number, offices: number, folder: string) {
  await runScript(
    ["scripts/seed.ts", "--offices", String(offices), "--bookings", String(bookings)],
    environment(url, folder),
  );
}

/** Starts the built server over the database, and a process that asks the same statements; with bookers for so many turns. */
export async function openSide(url: string, bookings: number, folder: string, turns: number) {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const seat = await makeRoom(owner);
  const bookers = await makeBookers(owner, seat, 3 + 2 * turns * BOOKINGS);
  await owner.end();
  const log = path.join(folder, `server-${bookings}.log`);
  const server = await startServer("server.ts", "/readyz", environment(url, folder), log);
  const ask = askerOf(server.port, 8);
  const sql = sqlProcess(environment(url, folder));
  await sql.order({
    do: "open",
    url,
    connections: CONNECTIONS,
    seat,
    bookers: bookers.slice(0, 3),
  });
  const turnOf = (turn: number, half: number) => {
    const from = 3 + (2 * turn + half) * BOOKINGS;
    return bookers.slice(from, from + BOOKINGS);
  };
  let unlike = 0;
  return {
    bookings,
    cachedPage: (atOnce: number) =>
      timed(Array.from({ length: CACHED_PAGES }), atOnce, () =>
        ask({ path: CATALOGUE, status: 200 }),
      ),
    page: (atOnce: number) =>
      timed(Array.from({ length: PAGES }), atOnce, () => {
        unlike += 1;
        return ask({ path: `${CATALOGUE}?unlike=${unlike}`, status: 200 });
      }),
    pageSql: (atOnce: number) => sql.round({ do: "catalogue", times: PAGES, atOnce }),
    booking: (turn: number, atOnce: number) =>
      timed(turnOf(turn, 0), atOnce, (booker) => ask(formOf(seat, booker))),
    bookingSql: (turn: number, atOnce: number) =>
      sql.round({ do: "booking", bookers: turnOf(turn, 1), atOnce }),
    stop: async () => {
      sql.stop();
      await server.stop();
      await expectBooked(url, seat, bookers.length);
    },
  };
}

/** Every booker must have got her seat, or something else than bookings was measured. */
async function expectBooked(url: string, { sessionId }: Seat, bookers: number) {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const [found] = await owner<{ taken: number }[]>`
    select count(*)::int as taken from bookings where service_session_id = ${sessionId} and state = 'confirmed'`;
  await owner.end();
  if (found?.taken !== bookers) throw new Error(`${found?.taken} of ${bookers} seats were booked`);
}

function environment(url: string, folder: string) {
  const pool = String(CONNECTIONS);
  return { DATABASE_URL: url, DATA_DIR: folder, DATABASE_POOL: pool, JIEFANG_MODE: "test" };
}

function formOf({ offerId, sessionId, residentShare }: Seat, { token, key }: Booker) {
  const body = new URLSearchParams({ residentShare: String(residentShare), idempotencyKey: key });
  return {
    path: `/book/${offerId}/check?session=${sessionId}`,
    method: "POST",
    cookie: `session=${token}`,
    body: body.toString(),
    status: 303,
  } as const;
}

function sqlProcess(environment: Record<string, string>) {
  const child = fork(path.resolve(import.meta.dirname, "sql.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
  });
  async function order(what: Order): Promise<Round | undefined> {
    child.send(what);
    const [message] = await once(child, "message");
    const { error, answer: round } = answer.parse(message);
    if (error) throw new Error(error);
    return round;
  }
  async function round(what: Order): Promise<Round> {
    const answered = await order(what);
    if (!answered) throw new Error("there was no answer");
    return answered;
  }
  return { order, round, stop: () => child.disconnect() };
}
