import { compile } from "./merge.ts";
import type { Publisher } from "./publisher.ts";
import type { ContractingRecord, Release } from "./release.ts";

const addressOf = (name: string) =>
  `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/v1.1.5/extension.json`;

/** The extensions beside the standard's own schema. */
export const extensions = ["bid", "enquiry", "lots", "location"].map(addressOf);

export const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

type About = { uri: string; publishedDate: string; next?: string };

/** Releases with what a reader has to know to use them. */
export function releasePackage(publisher: Publisher, about: About, releases: readonly Release[]) {
  return { ...metadata(publisher, about), releases };
}

/** A contracting process in full: all its releases, and the state they add up to. */
export function recordPackage(publisher: Publisher, about: About, releases: readonly Release[]) {
  return { ...metadata(publisher, about), records: [recordOf(releases)] };
}

export function recordOf(releases: readonly Release[]): ContractingRecord {
  const compiledRelease = compile(releases);
  return { ocid: compiledRelease.ocid, releases: [...releases], compiledRelease };
}

function metadata(publisher: Publisher, { uri, publishedDate, next }: About) {
  return {
    uri,
    version: "1.1",
    extensions,
    publishedDate,
    publisher: { name: publisher.name },
    license: LICENCE,
    publicationPolicy: publisher.policy,
    ...(next && { links: { next } }),
  };
}
