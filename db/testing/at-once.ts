import { client } from "../client.server.ts";

/** Run a command several times truly at once, each on a connection that is already open. */
export async function atOnce<Result>(times: number, command: (index: number) => Promise<Result>) {
  const each = Array.from({ length: times }, (_, index) => index);
  await Promise.all(each.map(() => client`select pg_sleep(0.01)`));
  const outcomes = await Promise.allSettled(each.map(command));
  return {
    done: outcomes.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value),
    refused: outcomes
      .filter((outcome) => outcome.status === "rejected")
      .map(({ reason }): unknown => reason),
  };
}
