import { beforeAll, describe, expect, test } from "vitest";
import { type App, appOf } from "../app.server.ts";
import { plainRows } from "./plain-rows.server.ts";
import { changedTables, tableMarks } from "./table-marks.server.ts";

let app: App;
beforeAll(async () => {
  const files = new Set(plainRows.map(({ route }) => route));
  app = await appOf((file) => files.has(file) || file.endsWith("/layout.tsx"));
});

describe.each(plainRows.map((row) => [row.route, row] as const))("%s", (_, { tries }) => {
  test("answers odd sendings as said, and changes nothing", async () => {
    for (const [name, { who, address, fields = {}, status, to }] of Object.entries(await tries())) {
      const before = await tableMarks();
      const answer = await app(address, { who }, new URLSearchParams(fields));
      const location = answer.headers.get("Location") ?? undefined;
      const told = { name, status: answer.status, to: location };
      expect(told).toEqual({ name, status, to });
      expect(answer.headers.get("Set-Cookie") ?? "").not.toMatch(/^(lang|elder)=/);
      expect(changedTables(before, await tableMarks())).toEqual([]);
    }
  });
});
