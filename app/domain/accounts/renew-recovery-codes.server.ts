import type { Act } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { replaceRecoveryCodes } from "./recovery-codes.server.ts";
import { type Holder, officeOf } from "./second-factor.ts";
import { withCode } from "./spend-code.server.ts";

/** Ten new recovery codes for a code of the authenticator; the old ones work no more. Answers them, this once. */
export function renewRecoveryCodes(act: Act<Holder>, { code }: { code: string }) {
  const { userId } = act.by;
  return withCode(act, code, async (tx) => {
    await record(tx, act, officeOf(act.by), { name: "account.recovery_codes_made" });
    return await replaceRecoveryCodes(tx, userId);
  });
}
