import { expect, test } from "vitest";
import { setMailAddress } from "#app/domain/mail/set-address.server.ts";
import { newId } from "#app/values/id.ts";
import { makeFinalRound } from "#db/seed/factories/talks.ts";
import { withOwner } from "#db/testing/owner.ts";
import { deliverNext } from "./deliveries.server.ts";

test("everybody in the talks is called to a final offer in the same words", async () => {
  const { bidders, tender, deadline } = await makeFinalRound({ offers: 3 });
  const addresses = [];
  for (const { userId } of bidders) {
    const email = `${newId()}@example.cn`;
    await setMailAddress(userId, { email, mailLanguage: "zh" });
    addresses.push(email);
  }
  while ((await deliverNext()) > 0);
  const letters = await withOwner(
    (sql) => sql<{ address: string; about: Record<string, unknown> }[]>`
      select address, about from outbox where kind = 'tender.final_offers_called'`,
  );
  expect(letters.map(({ address }) => address).toSorted()).toEqual(addresses.toSorted());
  const about = {
    tenderId: tender.id,
    title: tender.title,
    changes: "服务次数改为每周三次。",
    deadline: deadline.toISOString(),
  };
  for (const letter of letters) expect(letter.about).toEqual(about);
});
