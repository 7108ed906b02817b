import type { Release } from "./release.ts";

type Json = Readonly<Record<string, unknown>>;

/** Lists that a later release replaces whole (`wholeListMerge` in the standard's schema). */
const wholeLists = new Set(["additionalClassifications", "additionalIdentifiers"]);

/**
 * The state after all releases of one contracting process, oldest first, by the standard's rules: objects
 * are merged, objects in lists by their id, everything else is replaced, and null takes a field away.
 */
export function compile(releases: readonly Release[]): Release {
  const [first] = releases;
  const last = releases.at(-1);
  if (!first || !last) throw new Error("there is nothing to compile");
  const merged = releases.reduce<Json>(mergeObjects, {});
  const named = { ocid: first.ocid, id: `${first.ocid}-${last.date}`, date: last.date };
  return { ...merged, ...named, tag: ["compiled"], initiationType: "tender" };
}

function mergeObjects(into: Json, from: Json): Json {
  const merged: Record<string, unknown> = { ...into };
  for (const [name, value] of Object.entries(from)) {
    if (value === undefined) continue;
    if (value === null) delete merged[name];
    else merged[name] = mergeValues(name, merged[name], value);
  }
  return merged;
}

function mergeValues(name: string, before: unknown, after: unknown): unknown {
  if (isObject(after)) return mergeObjects(isObject(before) ? before : {}, after);
  if (!Array.isArray(after) || wholeLists.has(name) || !after.every(hasId)) return after;
  return mergeLists(Array.isArray(before) ? before.filter(hasId) : [], after);
}

function mergeLists(before: readonly WithId[], after: readonly WithId[]): Json[] {
  const merged = new Map<unknown, Json>(before.map((item) => [item.id, item]));
  for (const item of after) merged.set(item.id, mergeObjects(merged.get(item.id) ?? {}, item));
  return [...merged.values()];
}

type WithId = Json & { id: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasId = (value: unknown): value is WithId => isObject(value) && value.id !== undefined;
