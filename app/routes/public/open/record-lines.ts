import { everyProcess } from "#app/domain/open-data/feed.server.ts";
import { recordOf } from "#app/domain/open-data/packages.ts";
import { openLines, publisher } from "#app/http/open-data.server.ts";

/** Every record there is, one a line. */
export function loader() {
  return openLines(everyRecord());
}

async function* everyRecord() {
  for await (const releases of everyProcess(publisher())) {
    if (releases.length > 0) yield recordOf(releases);
  }
}
