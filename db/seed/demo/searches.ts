import { databaseNow } from "#app/domain/clock.server.ts";
import { saveSearch } from "#app/domain/searches/save.server.ts";
import type { Id } from "#app/values/id.ts";

const everything = { serviceType: null, method: null, communityId: null, least: null, most: null };

/** Each organization wants to hear of what is bought for old people. */
export async function saveSearches(
  settled: { id: Id<"organization">; manager: Id<"user"> }[],
): Promise<void> {
  const at = await databaseNow();
  for (const { id: organizationId, manager: userId } of settled) {
    const by = { role: "manager", userId, organizationId } as const;
    await saveSearch({ by, at }, { ...everything, name: "养老服务", words: "老", notify: true });
  }
}
