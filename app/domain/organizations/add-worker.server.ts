import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import type { Act, Manager } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/memberships.ts";
import { workers } from "#db/schema/organizations.ts";

export type WorkerDraft = {
  name: string;
  phone: string;
  /** With an account she has her own page for the day's visits; she can do without. */
  account?: { account: string; password: string } | undefined;
};

/** Somebody who delivers for the manager's organization, not yet on duty at any time. */
export async function addWorker(act: Act<Manager>, draft: WorkerDraft): Promise<Id<"worker">> {
  const { name, phone } = draft;
  const { organizationId } = act.by;
  const account = draft.account && {
    account: draft.account.account,
    passwordHash: await hashPassword(draft.account.password),
  };
  return await db.transaction(async (tx) => {
    const userId = account && (await insertUser(tx, { name, ...account }, organizationId));
    const [worker] = await tx
      .insert(workers)
      .values({ organizationId, userId, name, phone })
      .returning({ id: workers.id });
    if (!worker) throw new Error("no worker was inserted");
    await record(tx, act, null, { name: "worker.added", workerId: worker.id });
    return worker.id;
  });
}

async function insertUser(
  tx: Tx,
  user: { name: string; account: string; passwordHash: string },
  organizationId: Id<"organization">,
) {
  const [made] = await tx
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.account })
    .returning({ id: users.id });
  if (!made) throw new Refusal("account.taken");
  await tx.insert(memberships).values({ userId: made.id, role: "worker", organizationId });
  return made.id;
}
