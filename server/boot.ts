import http, { type RequestListener, type Server } from "node:http";
import path from "node:path";
import { env, provideDatabase } from "#app/env.server.ts";
import { log, loggable } from "#app/http/log.server.ts";
import { startPostgres } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { fillDemo } from "./demo.ts";
import { announce, step } from "./progress.ts";
import { stopOnSignal } from "./stop.ts";

/** Starts all there is, from the database up, and tells where to look. Resolves when requests are answered. */
export async function boot({ dev }: { dev: boolean }) {
  process.on("unhandledRejection", (error) => log("error", "unhandled", loggable(error)));
  const database = await step("Starting the database", startDatabase);
  const movableClock = env.mode !== "production";
  await step("Bringing the database up to date", () => migrate(database.url, { movableClock }));
  const accounts = movableClock ? await step("Filling the demo street", fillDemo) : [];
  await step("Loading the pages", () => serve(dev, database.stop));
  announce(accounts);
}

/** What is imported here connects to the database when it is loaded, so it comes last. */
async function serve(dev: boolean, stopDatabase: () => Promise<void>) {
  const { createApp } = await import("./app.ts");
  const { followPublications } = await import("./publications.ts");
  const { startWorker } = await import("#app/worker/worker.server.ts");
  const { correspondence } = await import("#app/worker/schedule.server.ts");
  const { client, sqlClient } = await import("#db/client.server.ts");

  const server = await listen(await createApp({ dev }));
  await followPublications();
  const workers = [startWorker(), startWorker(correspondence)];
  stopOnSignal(server, async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await Promise.all([client.end({ timeout: 5 }), sqlClient.end({ timeout: 5 })]);
    await stopDatabase();
  });
}

async function startDatabase() {
  if (env.databaseUrl) return { url: env.databaseUrl, stop: async () => {} };
  const dataDir = path.join(env.dataDir, "postgres");
  const postgres = await startPostgres({ dataDir, durable: true });
  provideDatabase(postgres.url());
  return { url: postgres.url(), stop: postgres.stop };
}

function listen(app: RequestListener): Promise<Server> {
  const server = http.createServer({ keepAliveTimeout: 61_000, requestTimeout: 60_000 }, app);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, () => resolve(server));
  });
}
