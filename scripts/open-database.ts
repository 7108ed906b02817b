import path from "node:path";
import { env, provideDatabase } from "#app/env.server.ts";
import { startPostgres } from "#db/embedded.ts";

/** The configured database, or the built-in one, started if nobody has. `stop` leaves alone what ran before. */
export async function openDatabase() {
  if (env.databaseUrl) return { url: env.databaseUrl, stop: async () => {} };
  const dataDir = path.join(env.dataDir, "postgres");
  const running = await startPostgres({ dataDir, durable: true });
  provideDatabase(running.url());
  return { url: running.url(), stop: running.stop };
}
