import { register } from "node:module";
import { ConfigurationError } from "#app/env/read.server.ts";
import { runForProduction } from "#app/env.server.ts";
import { say } from "./server/progress.ts";

const dev = process.argv.includes("--dev");

try {
  if (!dev) runForProduction();
  register("./server/driver-repair.mjs", import.meta.url);
  const { boot } = await import("./server/boot.ts");
  await boot({ dev });
} catch (problem) {
  say(explain(problem));
  process.exit(1);
}

function explain(problem: unknown) {
  if (!(problem instanceof Error)) return "The server did not start.";
  if (problem instanceof ConfigurationError) return problem.message;
  if ("code" in problem && problem.code === "EADDRINUSE") {
    return `${problem.message}: something else uses this port. Set PORT to another, such as PORT=3001.`;
  }
  return problem.stack ?? problem.message;
}
