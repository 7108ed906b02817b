import { and, count, desc, eq } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { offers, programmes } from "#db/schema/services.ts";

/** The office's subsidies, those that end last first, with how many published offers name each. */
export async function listProgrammes({ officeId }: OfficeStaff) {
  const published = and(eq(offers.programmeId, programmes.id), offers.published);
  return await db
    .select({
      id: programmes.id,
      name: programmes.name,
      rateBp: programmes.rateBp,
      capPerVisit: programmes.capPerVisit,
      monthlyQuota: programmes.monthlyQuota,
      ageFrom: programmes.ageFrom,
      lowIncomeOnly: programmes.lowIncomeOnly,
      disabledOnly: programmes.disabledOnly,
      registeredOnly: programmes.registeredOnly,
      validFrom: programmes.validFrom,
      validTo: programmes.validTo,
      used: count(offers.id),
    })
    .from(programmes)
    .leftJoin(offers, published)
    .where(eq(programmes.officeId, officeId))
    .groupBy(programmes.id)
    .orderBy(desc(programmes.validTo), programmes.name);
}
