import { existsSync } from "node:fs";
import net from "node:net";
import { ConfigurationError } from "#app/env/read.server.ts";
import { env } from "#app/env.server.ts";
import { build, isBuilt } from "./build.ts";

if (existsSync(".env")) process.loadEnvFile();

try {
  await assertFree(env.port, env.host);
} catch (problem) {
  if (!(problem instanceof ConfigurationError)) throw problem;
  console.log(problem.message);
  process.exit(1);
}

if (!process.argv.includes("--dev") && !isBuilt()) {
  console.log("Building the pages …");
  const problem = build();
  if (problem) {
    console.log(problem);
    process.exit(1);
  }
}

await import("../server.ts");

/** Better now than after a minute of building. */
function assertFree(port: number, host: string) {
  const probe = net.createServer();
  return new Promise<void>((resolve, reject) => {
    probe.once("error", (problem: NodeJS.ErrnoException) => {
      const sentence =
        problem.code === "EADDRINUSE"
          ? `Port ${port} is in use. Set PORT to another, such as PORT=${port + 1} npm start.`
          : `It is not possible to listen on ${host}:${port}: ${problem.message}.`;
      reject(new ConfigurationError(sentence));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
