import { env } from "#app/env.server.ts";
import { migrate } from "#db/migrate.ts";

// npm run migrate: what every start does too, for those who want it done before.
if (!env.databaseUrl) throw new Error("Set DATABASE_URL; the built-in database migrates at start.");
await migrate(env.databaseUrl, { movableClock: env.mode !== "production" });
console.log("The database is up to date.");
