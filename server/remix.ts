import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler as createExpressHandler } from "@remix-run/express";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import type { ViteDevServer } from "vite";
import { contextOf } from "./context.ts";
import { publicCache, servePublicPages } from "./public-pages.ts";

const root = path.resolve(import.meta.dirname, "..");

/**
 * The app as it was built. Public pages come first, ready-made and compressed; then the files, for ever under
 * names that change with their content; then the app.
 */
export async function serveBuild(server: Express) {
  const file = path.join(root, "build/server/index.js");
  if (!existsSync(file)) throw new Error("There is no build yet: npm run build makes it.");
  const build: ServerBuild = await import(pathToFileURL(file).href);
  const client = path.join(root, "build/client");
  const assets = { immutable: true, maxAge: "1y", index: false, redirect: false };
  server.use(servePublicPages(createRequestHandler(build, "production"), publicCache));
  server.use(compression());
  server.use("/assets", express.static(path.join(client, "assets"), assets));
  server.use("/assets", (_request, response) => void response.status(404).type("text").end());
  server.use(express.static(client, { maxAge: "1h", index: false, redirect: false }));
  server.all("*", createExpressHandler({ build, mode: "production", getLoadContext: contextOf }));
}

/** The app from its sources, reloaded as they change. */
export async function serveSources(server: Express) {
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  server.use(vite.middlewares);
  const build = () => loadSources(vite);
  server.all("*", createExpressHandler({ build, mode: "development", getLoadContext: contextOf }));
}

async function loadSources(vite: ViteDevServer) {
  const build = await vite.ssrLoadModule("virtual:remix/server-build");
  if (!isBuild(build)) throw new Error("Vite gave no server build.");
  return build;
}

function isBuild(loaded: object): loaded is ServerBuild {
  return "routes" in loaded && "entry" in loaded;
}
