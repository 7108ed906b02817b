import { sqlClient } from "#db/client.server.ts";
import { publicCache } from "./public-pages.ts";

/** Forgets cached pages whenever PostgreSQL says `published`, and after each time the line to it was cut. */
export async function followPublications() {
  await sqlClient.listen("published", publicCache.drop, publicCache.drop);
}
