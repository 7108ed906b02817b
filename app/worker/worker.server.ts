import { log, loggable } from "#app/http/log.server.ts";
import { sqlClient } from "#db/client.server.ts";
import { type Job, schedule } from "./schedule.ts";

/** Does the scheduled jobs, one after another, each when its time has come or at once when PostgreSQL says `work`. */
export function startWorker(jobs = schedule): { stop: () => Promise<void> } {
  const due = new Map(jobs.map((job) => [job, 0]));
  let stopping = false;
  let wake = () => {};

  async function loop() {
    while (!stopping) {
      const job = jobs.find((one) => (due.get(one) ?? 0) <= performance.now());
      if (job) {
        due.set(job, performance.now() + job.everySeconds * 1_000);
        await runOnce(job);
      } else await pause();
    }
  }

  function pause() {
    return new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, 1_000).unref();
    });
  }

  function hurry() {
    for (const job of jobs) due.set(job, 0);
    wake();
  }

  const listening = sqlClient.listen("work", hurry);
  const running = loop();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await running;
      await (await listening).unlisten();
    },
  };
}

/** A job that fails is logged and has its next turn; it spoils no other job. */
async function runOnce(job: Job) {
  try {
    await job.run();
  } catch (error) {
    log("error", "job failed", { job: job.name, ...loggable(error) });
  }
}
