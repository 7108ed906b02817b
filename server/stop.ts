import type { Server } from "node:http";
import { log } from "#app/http/log.server.ts";

const patience = 10_000;
let stopping = false;

export const isStopping = () => stopping;

/** On SIGTERM or SIGINT: takes no more requests, finishes those begun, then `finish`es; a second signal ends at once. */
export function stopOnSignal(server: Server, finish: () => Promise<void>) {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      log("info", "stopping", { signal });
      void drain(server)
        .then(finish)
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
}

function drain(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), patience).unref();
  });
}
