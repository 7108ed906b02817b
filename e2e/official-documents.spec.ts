import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { tenderAmendments, tenders } from "#db/schema/index.ts";
import { test } from "./fixtures.ts";

test("official documents can be read on a screen of any width, in large type", async ({
  visit,
  inspect,
}) => {
  test.setTimeout(300_000);
  const awarded = one(
    await db
      .select({ id: tenders.id })
      .from(tenders)
      .where(and(isNotNull(tenders.awardedAt), isNull(tenders.endedAt)))
      .limit(1),
  );
  const amended = one(
    await db
      .select({ id: tenderAmendments.tenderId })
      .from(tenderAmendments)
      .where(eq(tenderAmendments.number, 1))
      .limit(1),
  );
  for (const kind of ["notice", "opening", "result", "award"] as const) {
    await inspect(await visit(paths.tenderDocument(awarded.id, kind)));
  }
  await inspect(await visit(paths.tenderAmendmentDocument(amended.id, 1)));
});
