import type { LoaderFunctionArgs } from "@remix-run/node";
import { listReleases } from "#app/domain/open-data/feed.server.ts";
import { releasePackage } from "#app/domain/open-data/packages.ts";
import { absolute, dated, openJson, publisher } from "#app/http/open-data.server.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { paths } from "#app/paths.ts";

/** All releases, the oldest first, a page at a time: whoever comes back goes on after the last one seen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const after = idSearchParam<"event">(request, "after");
  const page = await listReleases(publisher(), after);
  const { releases, publishedDate } = dated(page.releases);
  const uri = absolute(paths.open.releases(after));
  const next = page.next && absolute(paths.open.releases(page.next));
  return openJson(releasePackage(publisher(), { uri, publishedDate, next }, releases));
}
