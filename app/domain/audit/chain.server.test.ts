import { expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { sqlClient } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { eventDigest } from "./chain.ts";

/** An event of the platform, with the microseconds that a JavaScript date does not keep. */
async function eventAt(at: string, detail: string) {
  const rows = await sqlClient<
    {
      id: string;
      name: string;
      role: string;
      atMicroseconds: string;
      detail: string;
      digest: string;
    }[]
  >`
    insert into events (id, name, detail, by_role, at)
    values (${newId()}, 'account.signed_in', ${detail}::text::jsonb, 'system', ${at}::text::timestamptz)
    returning id, name, by_role as role, (extract(epoch from at) * 1000000)::bigint::text as "atMicroseconds",
      detail::text as detail, digest`;
  return one(rows);
}

test.each([
  [
    "2026-11-30 09:00:00.123456+08",
    '{"b": 1, "a": "街坊 \\n \\"quoted\\"", "c": [1.50, null, true]}',
  ],
  ["2026-11-30 09:00:00+08", "{}"],
  ["1969-12-31 23:59:59.999999+00", '{"before": 1970}'],
])("the database digests an event of %s as everybody can", async (at, detail) => {
  const { digest, ...event } = await eventAt(at, detail);
  expect(await eventDigest({ ...event, officeId: null, actorId: null })).toBe(digest);
});
