import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { DemoBanner } from "#app/components/demo-banner.tsx";
import { ErrorPage, errorKind } from "#app/components/error-page.tsx";
import { useFault } from "#app/components/fault.tsx";
import { useNonce } from "#app/components/nonce.tsx";
import { SiteFooter } from "#app/components/site-footer.tsx";
import { SiteHeader } from "#app/components/site-header.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";
import { readClock } from "#app/domain/clock.server.ts";
import { preferencesOf } from "#app/http/locale.server.ts";
import { firstPreferences } from "#app/i18n/language.ts";
import { messagesIn, PreferencesContext } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import "./app.css";

export async function loader({ request }: LoaderFunctionArgs) {
  return { ...preferencesOf(request), clock: await readClock() };
}

/** The title of every page that sets none, and of the pages that say why there is no page. */
export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ common, errors }) =>
    args.error ? errors.page[errorKind(statusOf(args.error))].title : common.description,
  );

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { language, elder } = root ?? firstPreferences;
  return (
    <PreferencesContext.Provider value={{ language, elder }}>
      <html lang={messagesIn(language).format.locale} data-elder={elder || undefined}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <Meta />
          <Links />
        </head>
        <body>
          <SkipLink />
          <div className="frame">
            {root?.clock.movable && <DemoBanner now={root.clock.now} />}
            <SiteHeader />
            {children}
            <SiteFooter />
          </div>
          <PageScripts />
        </body>
      </html>
    </PreferencesContext.Provider>
  );
}

/** No page has scripts unless a route of it asks: `export const handle = { scripts: true }`. */
function PageScripts() {
  const nonce = useNonce();
  const wanted = useMatches().some(({ handle }) => asksForScripts(handle));
  if (!wanted && !import.meta.env.DEV) return null;
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

function asksForScripts(handle: unknown): boolean {
  return (
    typeof handle === "object" && handle !== null && "scripts" in handle && handle.scripts === true
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const fault = useFault();
  const status = fault?.databaseAway ? 503 : statusOf(error);
  return <ErrorPage status={status} reference={fault?.reference} />;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
