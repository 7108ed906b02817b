import { expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { day } from "#app/values/time.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeOffer, makeProgramme } from "#db/seed/factories/services.ts";
import { addProgramme } from "./add-programme.server.ts";
import { listProgrammes } from "./programme-queries.server.ts";

const draft = {
  name: "高龄老人助餐补贴",
  rateBp: 5000,
  capPerVisit: yuan(10),
  monthlyQuota: yuan(220),
  ageFrom: 80,
  lowIncomeOnly: false,
  disabledOnly: false,
  registeredOnly: true,
  validFrom: day("2026-01-01"),
  validTo: day("2026-12-31"),
};

test("an officer adds a subsidy under a name that the office has not used", async () => {
  const act = await actOf(await makeOfficeActor("officer"));
  const id = await addProgramme(act, draft);
  expect(await listProgrammes(act.by)).toEqual([{ id, used: 0, ...draft }]);
  await expect(addProgramme(act, draft)).rejects.toMatchObject({ code: "programme.name_taken" });

  const elsewhere = await actOf(await makeOfficeActor("officer"));
  await addProgramme(elsewhere, draft);
  expect(await listProgrammes(act.by)).toHaveLength(1);
});

test("the list tells how many published offers use a subsidy", async () => {
  const { officeId, id: programmeId } = await makeProgramme();
  await makeOffer({ officeId, programmeId });
  await makeOffer({ officeId, programmeId, published: false });
  const officer = await makeOfficeActor("officer", officeId);
  expect(await listProgrammes(officer)).toMatchObject([{ id: programmeId, used: 1 }]);
});
