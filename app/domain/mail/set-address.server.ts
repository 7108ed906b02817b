import { eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import type { MailLanguage } from "./letter.ts";

export type MailWish = { email: string | null; mailLanguage: MailLanguage };

/** Somebody says where her letters go and in which language; without an address she gets none. */
export async function setMailAddress(userId: Id<"user">, wish: MailWish): Promise<void> {
  await db.update(users).set(wish).where(eq(users.id, userId));
}

/** Where somebody's letters go. */
export async function findMailWish(userId: Id<"user">): Promise<MailWish | undefined> {
  const [user] = await db
    .select({ email: users.email, mailLanguage: users.mailLanguage })
    .from(users)
    .where(eq(users.id, userId));
  return user;
}
