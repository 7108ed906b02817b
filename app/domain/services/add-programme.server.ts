import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { programmes } from "#db/schema/services.ts";

export type ProgrammeDraft = {
  name: string;
  /** The fund's share of the price, in basis points. */
  rateBp: number;
  capPerVisit: Fen;
  monthlyQuota: Fen;
  ageFrom: number | null;
  lowIncomeOnly: boolean;
  disabledOnly: boolean;
  registeredOnly: boolean;
  validFrom: Day;
  validTo: Day;
};

/** A subsidy of the office that organizations may name in their offers. */
export async function addProgramme(
  act: Act<Officer>,
  draft: ProgrammeDraft,
): Promise<Id<"programme">> {
  const { officeId } = act.by;
  return await db.transaction(async (tx) => {
    const [programme] = await tx
      .insert(programmes)
      .values({ ...draft, officeId })
      .onConflictDoNothing({ target: [programmes.officeId, programmes.name] })
      .returning({ id: programmes.id });
    if (!programme) throw new Refusal("programme.name_taken");
    const programmeId = programme.id;
    await record(tx, act, officeId, { name: "programme.added", programmeId });
    return programmeId;
  });
}
