import { eq, sql } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import type { MoveKind } from "#app/domain/fund/ledger.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { projects } from "#db/schema/projects.ts";

type Owner = { officeId: Id<"office">; projectId: Id<"project"> };
type Movement = { kind: MoveKind; entityId: string; amount: Fen; memo: string };

/** A movement in the ledger of the fund that the contract's project is bought from; nothing moves nothing. */
export async function moveContractMoney(
  tx: Tx,
  act: Act,
  { officeId, projectId }: Owner,
  { amount, ...movement }: Movement,
): Promise<void> {
  if (amount === 0) return;
  const { fundId } = one(
    await tx.select({ fundId: projects.fundId }).from(projects).where(eq(projects.id, projectId)),
  );
  if (!fundId) throw new Error("the project has no fund");
  await postFundEvent(tx, act, { officeId, fundId, projectId, ...movement, amounts: { amount } });
}

/** What the fund still holds for the contract: committed by it and its amendments, and neither accepted nor given back. */
export async function committedOf(tx: Tx, contractId: Id<"contract">): Promise<Fen> {
  const [row] = await tx.execute<{ amount: string | null }>(sql`
    select sum(p.amount) as amount from fund_transactions t join postings p on p.transaction_id = t.id
    where p.account = 'committed' and t.entity_id in (
      select ${contractId}::uuid
      union all select id from milestones where contract_id = ${contractId}
      union all select id from contract_amendments where contract_id = ${contractId})`);
  return fen(Number(row?.amount ?? 0));
}
