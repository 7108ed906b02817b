import { provideDatabase } from "#app/env.server.ts";
import { type Round, timed } from "./load.ts";
import {
  type Booker,
  bookingStatements,
  catalogueStatements,
  replayClient,
  type Seat,
  type Statement,
  templateOf,
} from "./statements.ts";

// A process of its own for each database: it hears what the app asks, and then asks the same without the app.
type Order =
  | { do: "open"; url: string; connections: number; seat: Seat; bookers: Booker[] }
  | { do: "catalogue"; times: number; atOnce: number }
  | { do: "booking"; bookers: Booker[]; atOnce: number };

export type { Order };

let sql: ReturnType<typeof replayClient>;
let catalogue: Statement[] = [];
let bookingOf: ReturnType<typeof templateOf> = () => [];

process.on("message", (order: Order) => {
  obey(order).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

async function obey(order: Order): Promise<Round | undefined> {
  if (order.do === "open") return await open(order);
  if (order.do === "catalogue") {
    const { times, atOnce } = order;
    return await timed(Array.from({ length: times }), atOnce, () => replay(catalogue));
  }
  return await timed(order.bookers, order.atOnce, (booker) => replay(bookingOf(booker)));
}

async function open({ url, connections, seat, bookers }: Order & { do: "open" }) {
  provideDatabase(url);
  const [warm, first, second] = bookers;
  if (!warm || !first || !second) throw new Error("three bookers are needed");
  catalogue = await catalogueStatements();
  await bookingStatements(seat, warm);
  const one = await bookingStatements(seat, first);
  bookingOf = templateOf(one, first, await bookingStatements(seat, second));
  sql = replayClient(url, connections);
  return undefined;
}

async function replay(statements: readonly Statement[]) {
  for (const { query, values } of statements) await sql.unsafe(query, values, { prepare: true });
}
