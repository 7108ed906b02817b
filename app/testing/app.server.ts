import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { startSession } from "#app/http/sessions.server.ts";
import type { Language } from "#app/i18n/language.ts";
import routes from "#app/routes.ts";
import type { Id } from "#app/values/id.ts";
import { type AppRoute, flattened } from "./route-list.ts";

type Answer = (request: Request) => Promise<Response>;

export type Visitor = {
  /** Who is signed in; nobody without one. */
  who?: Id<"user"> | undefined;
  language?: Language | undefined;
  /** More cookies, as the browser would send them. */
  cookies?: string | undefined;
};

/** The pages of some audiences as the server would answer them, without the server: no socket, no build, no browser. */
export async function appOf(wanted: (file: string) => boolean): Promise<App> {
  const answer = await handlerOf(flattened(await routes).filter(({ file }) => wanted(file)));
  const cookies = new Map<string, string>();
  const sessionOf = async (who: Id<"user">) => {
    const cookie = cookies.get(who) ?? (await startSession(who, true)).split(";")[0] ?? "";
    cookies.set(who, cookie);
    return cookie;
  };
  return async (address, { who, language = "zh", cookies: more }, form) => {
    const signedIn = who && (await sessionOf(who));
    const cookie = [signedIn, `lang=${language}`, more].filter(Boolean).join("; ");
    const url = new URL(address, "http://127.0.0.1:3000");
    const sent = form && { method: "POST", body: form };
    const response = await answer(new Request(url, { headers: { Cookie: cookie }, ...sent }));
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
}

export type App = (
  address: string,
  visitor: Visitor,
  form?: FormData | URLSearchParams,
) => Promise<{ status: number; html: string; headers: Headers }>;

async function handlerOf(list: readonly AppRoute[]): Promise<Answer> {
  const modules = await Promise.all(list.map(({ file }) => load(file)));
  const [root, entry] = await Promise.all([load("root.tsx"), load("entry.server.tsx")]);
  const all = [
    { id: "root", path: "", module: root },
    ...list.map(({ file: _, ...route }, index) => ({ ...route, module: modules[index] })),
  ];
  const build = {
    mode: "test",
    entry: { module: entry },
    routes: Object.fromEntries(all.map((route) => [route.id, route])),
    assets: assetsOf(all),
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: { v3_relativeSplatPath: true, v3_singleFetch: true, v3_throwAbortReason: true },
    isSpaMode: false,
  };
  const answer = createRequestHandler(build as unknown as ServerBuild, "test");
  const context = { nonce: "none", requestId: "TESTS-TESTS", clientAddress: "127.0.0.1" };
  return (request) => answer(request, { ...context });
}

const load = (file: string): Promise<unknown> =>
  import(/* @vite-ignore */ new URL(`../${file}`, import.meta.url).href);

/** The browser's files, of which no page here is ever asked for. */
function assetsOf(all: readonly { id: string; parentId?: string; path?: string }[]) {
  const none = { hasAction: false, hasLoader: true, hasErrorBoundary: false, module: "/none.js" };
  return {
    version: "test",
    url: "/manifest.js",
    entry: { module: "/entry.js", imports: [] },
    routes: Object.fromEntries(
      all.map(({ id, parentId, path }) => [id, { id, parentId, path, ...none }]),
    ),
  };
}
