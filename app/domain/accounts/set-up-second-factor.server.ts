import { eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { worldNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import { db } from "#db/client.server.ts";
import { secondFactors } from "#db/schema/second-factors.ts";
import { replaceRecoveryCodes } from "./recovery-codes.server.ts";
import { type Holder, officeOf } from "./second-factor.ts";
import { matchingStep } from "./totp.server.ts";

/** The first code shows that the authenticator works: from now on it is asked for. Answers the recovery codes, this once. */
export async function setUpSecondFactor(act: Act<Holder>, { code }: { code: string }) {
  const { userId } = act.by;
  return await db.transaction(async (tx) => {
    const [factor] = await tx
      .select()
      .from(secondFactors)
      .where(eq(secondFactors.userId, userId))
      .for("no key update");
    const sealed = factor?.nextSecretSealed;
    if (!sealed) throw new Refusal("second_factor.no_key");
    const now = await worldNow(tx);
    const typed = code.replaceAll(/\s/g, "");
    const lastStep = matchingStep(unsealText(sealed), typed, { now, lastStep: 0 });
    if (lastStep === undefined) throw new Refusal("second_factor.wrong_code");
    const works = { secretSealed: sealed, nextSecretSealed: null, setUpAt: act.at, lastStep };
    await tx.update(secondFactors).set(works).where(eq(secondFactors.userId, userId));
    await record(tx, act, officeOf(act.by), { name: "account.second_factor_set_up" });
    return await replaceRecoveryCodes(tx, userId);
  });
}
