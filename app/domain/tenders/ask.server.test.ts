import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { db } from "#db/client.server.ts";
import { questions } from "#db/schema/index.ts";
import { actOf, makeManager, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { askQuestion } from "./ask.server.ts";

const text = "请问空巢老人名单由谁提供？";

test("a verified organization asks until the deadline, and not from then on", async () => {
  const { tender } = await makeOpenTender();
  const { id: tenderId, deadline } = tender;
  const by = await makeManager();
  await askQuestion(await actOf(by), { tenderId, text });
  const asked = await db.select().from(questions).where(eq(questions.tenderId, tenderId));
  expect(asked).toMatchObject([{ text, organizationId: by.organizationId, answer: null }]);
  if (deadline) await moveClock(deadline);
  await expect(askQuestion(await actOf(by), { tenderId, text })).rejects.toMatchObject({
    code: "question.asked_late",
  });
});

test("an organization that is not verified does not ask, and nobody asks about a draft", async () => {
  const { tender } = await makeOpenTender();
  const { id } = await makeOrganization({ verifiedAt: null });
  const unverified = await actOf(await makeManager(id));
  await expect(askQuestion(unverified, { tenderId: tender.id, text })).rejects.toMatchObject({
    code: "bid.unverified",
  });
  const draft = await makeDraftTender();
  const verified = await actOf(await makeManager());
  await expect(askQuestion(verified, { tenderId: draft.tender.id, text })).rejects.toMatchObject({
    code: "not_found",
  });
});
