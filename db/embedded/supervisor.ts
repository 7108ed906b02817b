import { spawn } from "node:child_process";
import type { Owner } from "./owner.ts";

export type Supervised = {
  pid: number | undefined;
  /** Settles when the program has ended, however that came about. */
  ended: Promise<void>;
  /** Asks PostgreSQL to shut down in its fast mode, and waits. */
  stop: () => Promise<void>;
};

export const serverEnvironment: NodeJS.ProcessEnv = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production",
};

/**
 * The shell holds one end of a pipe. When this process ends, even by SIGKILL, `read` sees the pipe close
 * and PostgreSQL is told to shut down; when PostgreSQL ends first, the shell ends too.
 */
const script = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(trap "" INT; read -r _ <&3; kill -INT $server) 2>/dev/null &
watcher=$!
trap "kill -INT $server" INT TERM
wait $server
status=$?
while kill -0 $server 2>/dev/null; do wait $server; status=$?; done
kill -KILL $watcher 2>/dev/null
exit $status
`;

/** Runs a program of PostgreSQL in a session of its own, its words going to the open file `log`. */
export function supervise(
  program: string,
  args: string[],
  log: number,
  user: Owner | undefined,
): Supervised {
  const child = spawn("/bin/sh", ["-c", script, "sh", program, ...args], {
    ...user,
    env: serverEnvironment,
    cwd: "/",
    detached: true,
    stdio: ["pipe", log, log],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  child.stdin?.on("error", () => {});
  child.unref();
  return {
    pid: child.pid,
    ended,
    stop: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}
