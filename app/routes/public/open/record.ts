import type { LoaderFunctionArgs } from "@remix-run/node";
import { findReleases } from "#app/domain/open-data/feed.server.ts";
import { recordPackage } from "#app/domain/open-data/packages.ts";
import { ocidOf } from "#app/domain/open-data/publisher.ts";
import { absolute, dated, openJson, publisher, tenderOfOcid } from "#app/http/open-data.server.ts";
import { paths } from "#app/paths.ts";

/** One contracting process in full: its releases, and what they add up to. */
export async function loader({ params }: LoaderFunctionArgs) {
  const tenderId = tenderOfOcid(params.ocid);
  const { releases, publishedDate } = dated(await findReleases(publisher(), tenderId));
  const uri = absolute(paths.open.recordOf(ocidOf(publisher(), tenderId)));
  return openJson(recordPackage(publisher(), { uri, publishedDate }, releases));
}
