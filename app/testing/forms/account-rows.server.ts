import { makeKey } from "#app/domain/accounts/make-key.server.ts";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { findKey } from "#app/domain/accounts/second-factor-queries.server.ts";
import { nextCode, stepOf } from "#app/domain/accounts/totp.server.ts";
import { worldNow } from "#app/domain/clock.server.ts";
import { withCheckCharacter } from "#app/domain/organizations/credit-code.ts";
import { rememberHalfSignedIn } from "#app/http/half-signed-in.server.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator } from "#db/seed/factories/accounts.ts";
import { codeOf, makeSecondFactor } from "#db/seed/factories/second-factors.ts";
import type { FormRow } from "./form-row.ts";

const failures = ["sign_in_failures"];
const PASSWORD = "桂花飘香的十一月";

/** Somebody who can sign in by password. */
async function holder() {
  const account = `wanqing-${newId().slice(-8)}`;
  const passwordHash = await hashPassword(PASSWORD);
  await db.insert(users).values({ name: "顾晚晴", account, passwordHash });
  return account;
}

/** The code of the key that was just made. */
async function newKeyCode(userId: Parameters<typeof findKey>[0]) {
  const key = await findKey(userId);
  const now = await worldNow();
  return (key && nextCode(key.secret, { now, lastStep: stepOf(now) - 1 })) ?? "";
}

const own = { password: PASSWORD, passwordAgain: PASSWORD };

export const accountRows: FormRow[] = [
  {
    route: "routes/account/sign-in.tsx",
    asks: ["account", "password"],
    notes: failures,
    idle: ["from"],
    wrong: {
      "a wrong password": [{ password: "不是这个密码" }],
      "an account of nobody": [{ account: "nobody-at-all" }],
    },
    setting: async () => {
      const right = { account: await holder(), password: PASSWORD };
      return { address: paths.signIn(), right };
    },
  },
  {
    route: "routes/account/sign-in-code.tsx",
    asks: ["code"],
    notes: failures,
    wrong: { "a wrong code": [{ code: "000000" }], letters: [{ code: "abcdefgh" }] },
    setting: async () => {
      const manager = await makeManager();
      const half = { userId: manager.userId, staff: true, to: paths.my };
      const cookies = rememberHalfSignedIn(half).split(";")[0] ?? "";
      await makeSecondFactor(manager.userId);
      const right = async () => ({ code: await codeOf(manager) });
      return { cookies, right, address: paths.signInCode };
    },
  },
  {
    route: "routes/account/register.tsx",
    asks: [
      "kind",
      "name",
      "contactName",
      "contactPhone",
      "managerName",
      "account",
      "password",
      "passwordAgain",
    ],
    wrong: {
      "two passwords": [{ passwordAgain: "另一句话也很长" }, "passwordAgain"],
      "a common password": [{ password: "88888888", passwordAgain: "88888888" }, "password"],
      "a code that does not check": [{ creditCode: "52330100MJ1234567X" }, "creditCode"],
      "a registered body without its code": [{ creditCode: "" }, "creditCode"],
      "a team without its street": [{ kind: "team", creditCode: "", officeId: "" }, "officeId"],
      "an account with spaces": [{ account: "wan qing" }, "account"],
    },
    setting: async () => {
      const account = `wanqing-${newId().slice(-8)}`;
      const right = {
        ...own,
        account,
        kind: "registered",
        officeId: "",
        creditCode: withCheckCharacter("52330199MJ1239999"),
        contactPhone: "0571-5550-3000",
      };
      return {
        address: paths.register,
        right: { ...right, managerName: "顾晚晴", contactName: "顾晚晴" },
      };
    },
  },
  {
    route: "routes/account/mail.tsx",
    asks: [],
    wrong: { "no address": [{ email: "顾晚晴" }, "email"] },
    setting: async () => {
      const { userId: who } = await makeManager();
      return { who, address: paths.mail, right: { email: "wanqing@example.cn" } };
    },
  },
  {
    route: "routes/account/second-factor/key.tsx",
    notes: failures,
    wrong: { "a wrong code": [{ code: "000000" }] },
    setting: async () => {
      const operator = await makeOperator();
      await makeSecondFactor(operator.userId);
      const right = async () => ({ code: await codeOf(operator) });
      return { who: operator.userId, right, address: paths.authenticatorKey };
    },
  },
  {
    route: "routes/account/second-factor/enrolment.tsx",
    asks: ["code"],
    notes: failures,
    wrong: { "a wrong code": [{ code: "000000" }], letters: [{ code: "abcdefgh" }] },
    setting: async () => {
      const operator = await makeOperator();
      await makeKey(await actOf(operator), { code: "" });
      const right = async () => ({ code: await newKeyCode(operator.userId) });
      return { who: operator.userId, right, address: paths.enrolment };
    },
  },
  {
    route: "routes/account/second-factor/recovery-codes.tsx",
    asks: ["code"],
    notes: failures,
    wrong: { "a wrong code": [{ code: "000000" }] },
    setting: async () => {
      const operator = await makeOperator();
      await makeSecondFactor(operator.userId);
      const right = async () => ({ code: await codeOf(operator) });
      return { who: operator.userId, right, address: paths.recoveryCodes };
    },
  },
];
