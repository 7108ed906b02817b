import { withParam } from "./with.ts";

/** The open data: addresses that never change. */
export const open = {
  home: "/open",
  releases: (after?: string) => withParam("/open/ocds/releases.json", "after", after),
  releaseLines: "/open/ocds/releases.jsonl",
  recordLines: "/open/ocds/records.jsonl",
  releasesOf: (ocid: string) => `/open/ocds/releases/${ocid}.json`,
  recordOf: (ocid: string) => `/open/ocds/records/${ocid}.json`,
  news: "/open/tenders.atom",
  /** New notices that a search finds; the whole search stands in the address. */
  found: (query: [string, string][]) => `/open/tenders.atom?${new URLSearchParams(query)}`,
};
