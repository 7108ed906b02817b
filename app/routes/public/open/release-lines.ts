import { everyProcess } from "#app/domain/open-data/feed.server.ts";
import { openLines, publisher } from "#app/http/open-data.server.ts";

/** Every release there is, one a line, process by process. */
export function loader() {
  return openLines(everyRelease());
}

async function* everyRelease() {
  for await (const releases of everyProcess(publisher())) yield* releases;
}
