import { desc, eq, sql } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { lockOrganization } from "#app/domain/organizations/lock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { bankAccounts } from "#db/schema/payment-batches.ts";

export type BankAccount = { name: string; bank: string; number: string };

/** The organization is paid here from now on; orders that a bank was told already go where they said. */
export async function changeBankAccount(act: Act<Manager>, account: BankAccount): Promise<void> {
  const { organizationId, userId: changedBy } = act.by;
  const { name, bank, number } = account;
  await db.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    await tx.insert(bankAccounts).values({
      organizationId,
      name,
      bank,
      numberSealed: sealText(number),
      numberEnd: number.slice(-4),
      changedAt: act.at,
      changedBy,
    });
    await record(tx, act, null, { name: "bank_account.changed", organizationId });
  });
}

/** Where the organization is paid, with no more of the number than its end; and what it is called, as a bank compares it. */
export async function findBankAccount({ organizationId }: Pick<Manager, "organizationId">) {
  const [found] = await db
    .select({
      organization: organizations.name,
      name: bankAccounts.name,
      bank: bankAccounts.bank,
      numberEnd: bankAccounts.numberEnd,
      changedAt: bankAccounts.changedAt,
    })
    .from(organizations)
    .leftJoin(bankAccounts, eq(bankAccounts.organizationId, organizations.id))
    .where(eq(organizations.id, organizationId))
    .orderBy(desc(bankAccounts.changedAt), desc(bankAccounts.id))
    .limit(1);
  return found;
}

/** Holds for the account that counts of an organization of the query. */
export const isCurrentAccount = sql`${bankAccounts.id} = (select a.id from bank_accounts a
  where a.organization_id = organizations.id order by a.changed_at desc, a.id desc limit 1)`;
