/** Imports point down this list, never up: see docs/architecture.md. */
const ours = "^(app|db|e2e|server|scripts|bench)/|^server\\.ts$";
const layer = (name, from, ...allowed) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: ours, pathNot: allowed },
});

const pure = "^app/domain/(?!.*\\.server\\.ts)";
const domain = "^app/domain/";
const values = "^app/values/";
const words = "^app/i18n/";
const http = "^app/http/";
const log = "^app/http/log\\.server\\.ts$";
const env = "^app/env(\\.server\\.ts$|/)";
const paths = "^app/paths(\\.ts$|/)";
const components = "^app/components/";
const gateways = "^app/gateways/";
const scanner = "^app/gateways/scanner\\.server\\.ts$";
const db = "^db/(?!seed/|testing/)";

module.exports = {
  forbidden: [
    layer("values know nothing", values, values),
    layer("pure domain knows only words and values", pure, pure, values, words),
    layer("messages know the domain's words", words, words, pure, values),
    layer("db knows the domain's words", db, db, pure, values, env),
    layer("the seed uses the domain", "^db/seed/", "^db/", domain, values, words, env, gateways),
    layer("test databases know the db", "^db/testing/", "^db/", env),
    layer(
      "commands and queries know the db",
      "^app/domain/.*\\.server\\.ts$",
      domain,
      db,
      values,
      words,
      env,
    ),
    layer("gateways know only values", gateways, gateways, values, env, log),
    layer(
      "the worker runs the domain",
      "^app/worker/",
      "^app/worker/",
      domain,
      gateways,
      db,
      values,
      words,
      paths,
      env,
      log,
    ),
    layer(
      "http stands between request and domain",
      http,
      http,
      domain,
      db,
      values,
      words,
      paths,
      env,
      scanner,
    ),
    {
      name: "of http only the session reads the db",
      severity: "error",
      from: { path: http, pathNot: ["/session", "\\.test\\.tsx?$"] },
      to: { path: "^db/" },
    },
    layer(
      "components never reach the server",
      components,
      components,
      words,
      values,
      paths,
      pure,
      "^app/app\\.css$",
    ),
    layer(
      "routes hold no SQL and no neighbour",
      "^app/routes/(?!webhooks/)([^/]+)/",
      components,
      domain,
      http,
      words,
      values,
      paths,
      "^app/routes/$1/",
    ),
    layer(
      "webhooks may use gateways",
      "^app/routes/webhooks/",
      "^app/routes/webhooks/",
      domain,
      http,
      values,
      paths,
      gateways,
    ),
    layer("paths know values", paths, paths, values),
    layer(
      "the server knows no page",
      "^server(/|\\.ts$)",
      "^server(/|\\.ts$)",
      http,
      "^app/worker/",
      "^db/(?!testing/)",
      words,
      env,
    ),
    layer(
      "scripts start the server and draw the domain",
      "^scripts/",
      "^(scripts|server|db)/|^server\\.ts$",
      domain,
      env,
    ),
    layer("configuration knows nothing", env, env),
    {
      name: "lucia stays in the session",
      severity: "error",
      from: { pathNot: "^app/http/session[^/]*\\.server\\.ts$" },
      to: { path: "node_modules/(lucia|@lucia-auth)/" },
    },
    {
      name: "tests stay in tests",
      severity: "error",
      from: { path: "^(app|db|server)", pathNot: ["\\.test\\.tsx?$", "^(app|db)/testing/"] },
      to: { path: "\\.test\\.tsx?$|^(app|db)/testing/|^e2e/" },
    },
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "types", "node", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
