import { log, loggable } from "#app/http/log.server.ts";
import { sqlClient } from "#db/client.server.ts";
import { type Job, schedule } from "./schedule.server.ts";

const LONGEST_BACK_OFF_SECONDS = 300;

/**
 * Does the jobs one after another, each when its time has come, and all at once when PostgreSQL says `events` (the clock
 * was moved). Of several processes one does a job at a time. `stop` waits for the job in hand.
 */
export function startWorker(jobs: readonly Job[] = schedule): { stop: () => Promise<void> } {
  const turns = jobs.map((job) => ({ job, due: 0, failures: 0 }));
  let stopping = false;
  let wake = () => {};

  async function loop() {
    while (!stopping) {
      const now = performance.now();
      const turn = turns.filter(({ due }) => due <= now).sort((a, b) => a.due - b.due)[0];
      if (turn) await take(turn);
      else await pause(Math.min(...turns.map(({ due }) => due)) - now);
    }
  }

  function pause(ms: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, 60_000));
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function hurry() {
    for (const turn of turns) turn.due = 0;
    wake();
  }

  const listening = sqlClient.listen("events", hurry).catch((error: unknown) => {
    log("error", "worker does not listen", loggable(error));
  });
  const running = loop();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await running;
      await (await listening)?.unlisten();
    },
  };
}

type Turn = { job: Job; due: number; failures: number };

/** A job that fails is logged and has its next turn, later each time; it spoils no other job. */
async function take(turn: Turn) {
  const { job } = turn;
  turn.due = performance.now() + job.everySeconds * 1_000;
  try {
    const did = await alone(job);
    turn.failures = 0;
    if (did > 0) turn.due = performance.now();
  } catch (error) {
    turn.failures += 1;
    turn.due = performance.now() + backOff(job, turn.failures) * 1_000;
    log("error", "job failed", { job: job.name, ...loggable(error) });
  }
}

const backOff = ({ everySeconds }: Job, failures: number) =>
  Math.max(everySeconds, Math.min(everySeconds * 2 ** failures, LONGEST_BACK_OFF_SECONDS));

/** Runs the job unless another process is at it; the lock goes with its connection, so nobody holds it for ever. */
async function alone({ name, run }: Job): Promise<number> {
  const did = await sqlClient.begin(async (sql) => {
    const [lock] = await sql<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('worker'), hashtext(${name})) as mine`;
    return lock?.mine ? await run() : 0;
  });
  return did;
}
