import { PassThrough } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import {
  createReadableStreamFromReadable,
  type EntryContext,
  redirect,
  type ServerBuild,
} from "@remix-run/node";
import { Outlet, RemixServer } from "@remix-run/react";
import compression from "compression";
import express from "express";
import { renderToPipeableStream } from "react-dom/server";

// The least that Remix can do: one page of one heading, and one form's answer, with no database behind them.
const heading = "A page";

function Page() {
  return <h1>{heading}</h1>;
}

function Root() {
  return (
    <html lang="en">
      <head>
        <title>{heading}</title>
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}

function render(request: Request, status: number, headers: Headers, remix: EntryContext) {
  return new Promise<Response>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onAllReady() {
        headers.set("Content-Type", "text/html");
        const body = createReadableStreamFromReadable(pipe(new PassThrough()));
        resolve(new Response(body, { status, headers }));
      },
      onShellError: reject,
    });
  });
}

const build: ServerBuild = {
  mode: "production",
  entry: { module: { default: render } },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    page: {
      id: "page",
      parentId: "root",
      index: true,
      module: {
        default: Page,
        action: async ({ request }) => {
          await request.formData();
          return redirect("/", 303);
        },
      },
    },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
};

const app = express().disable("x-powered-by");
app.use(compression());
app.all("*", createRequestHandler({ build, mode: "production" }));
const server = app.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => {
  server.closeAllConnections();
  server.close();
});
