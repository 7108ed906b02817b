import type { RouteConfigEntry } from "@remix-run/route-config";

export type AppRoute = {
  id: string;
  parentId: string;
  path?: string | undefined;
  index?: boolean | undefined;
  /** The module below `app/`. */
  file: string;
};

/** Every route of `app/routes.ts` with the layout that it stands in. */
export function flattened(entries: readonly RouteConfigEntry[], parentId = "root"): AppRoute[] {
  return entries.flatMap(({ file, path, index, children = [] }) => {
    const id = file.replace(/\.tsx?$/, "");
    return [{ id, parentId, path, index, file }, ...flattened(children, id)];
  });
}
