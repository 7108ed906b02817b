import { spawn } from "node:child_process";
import { expect, inject, test } from "vitest";

const before = `
  import { register } from "node:module";
  if (process.env.REPAIR) register(process.env.REPAIR);
  const { default: postgres } = await import("postgres");
  const options = { max: 1, backoff: () => 0.01, onnotice: () => {} };
  const sql = postgres(process.env.URL, options);
  const other = postgres(process.env.URL, options);
  const moment = () => {
    let come;
    const promise = new Promise((resolve) => { come = () => resolve(); });
    return { promise, come };
  };
  const lose = async (tx) => {
    const [{ pid }] = await tx\`select pg_backend_pid() as pid\`;
    await other\`select pg_terminate_backend(\${pid})\`;
  };
`;

/** Loses its only connection in the midst of transactions, and then asks on the pool. */
const losing = `${before}
  for (let time = 0; time < 20; time++) {
    const lost = sql.begin(async (tx) => {
      await lose(tx);
      await tx\`select 1\`;
    });
    await lost.catch(() => {});
  }
  const [{ answer }] = await sql\`select 'answered' as answer\`;
  console.log(answer);
  process.exit(0);
`;

/** Loses it while thinking, and then goes on writing when the pool has another connection. */
const writingLate = `${before}
  const table = "late_" + process.pid;
  await other.unsafe("create table " + table + " (n int)");
  const reconnected = moment();
  const written = moment();
  const lost = sql.begin(async (tx) => {
    await lose(tx);
    await reconnected.promise;
    await tx.unsafe("insert into " + table + " values (1)").then(written.come, written.come);
  });
  await lost.catch(() => {});
  await sql\`select 1\`;
  reconnected.come();
  await written.promise;
  const [{ count }] = await other.unsafe("select count(*)::int from " + table);
  console.log(count, "rows");
  process.exit(0);
`;

function run(script: string, repair: string) {
  const { adminUrl } = inject("cluster");
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { NODE_ENV: "test", URL: adminUrl, REPAIR: repair },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 15_000,
  });
  let words = "";
  child.stdout.on("data", (chunk: Buffer) => {
    words += chunk;
  });
  return new Promise<string>((resolve) => child.once("close", () => resolve(words.trim())));
}

const repair = new URL("./driver-repair.mjs", import.meta.url).href;

test("a process outlives lost connections, and they come back", async () => {
  expect(await run(losing, repair)).toBe("answered");
});

test("what a transaction writes after its connection was lost is written nowhere", async () => {
  expect(await run(writingLate, repair)).toBe("0 rows");
});

test("the repair is still needed: once this fails, the driver is mended and the repair can go", async () => {
  expect(await run(losing, "")).not.toBe("answered");
  expect(await run(writingLate, "")).toBe("1 rows");
});
