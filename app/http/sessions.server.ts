import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { and, eq, lt, sql } from "drizzle-orm";
import { type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { env } from "#app/env.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { signInSessions, users } from "#db/schema/accounts.ts";

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    UserId: Id<"user">;
    DatabaseUserAttributes: Omit<typeof users.$inferSelect, "id">;
    DatabaseSessionAttributes: { endsAt: Date; idleMinutes: number };
  }
}

const hashed = (token: string) => createHash("sha256").update(token).digest("hex");

/** Keeps SHA-256 of each session's token instead of the token, and ends idle sessions early. */
class HashedSessions extends DrizzlePostgreSQLAdapter {
  override async getSessionAndUser(token: string) {
    const [session, user] = await super.getSessionAndUser(hashed(token));
    return [session && { ...session, id: token }, user] as Awaited<
      ReturnType<DrizzlePostgreSQLAdapter["getSessionAndUser"]>
    >;
  }
  override async setSession(session: DatabaseSession) {
    const { endsAt, idleMinutes } = session.attributes;
    const expiresAt = earliest(session.expiresAt, endsAt, inMinutes(idleMinutes));
    await super.setSession({ ...session, id: hashed(session.id), expiresAt });
  }
  /** Lucia asks for this at each request of a short session; a move below five minutes is not written. */
  override async updateSessionExpiration(token: string, expiresAt: Date) {
    const longest = sql<Date>`least(${expiresAt.toISOString()}::timestamptz, ends_at, now() + idle_minutes * interval '1 minute')`;
    await db
      .update(signInSessions)
      .set({ expiresAt: longest })
      .where(
        and(
          eq(signInSessions.id, hashed(token)),
          lt(signInSessions.expiresAt, sql`${longest} - interval '5 minutes'`),
        ),
      );
  }
  override async deleteSession(token: string) {
    await super.deleteSession(hashed(token));
  }
}

const earliest = (...dates: Date[]) => new Date(Math.min(...dates.map(Number)));
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

const secure = env.publicUrl.startsWith("https:");

/** Finished software, used as it is; sessions live on the machine's clock, not on the demo's. */
export const lucia = new Lucia(new HashedSessions(db, signInSessions, users), {
  sessionExpiresIn: new TimeSpan(30, "d"),
  sessionCookie: {
    name: secure ? "__Host-session" : "session",
    attributes: { secure, sameSite: "lax", path: "/" },
  },
  getUserAttributes: ({ name, disabledAt }) => ({ name, disabledAt }),
});

/** A new session and its cookie: half a day of work for staff, a month for residents. */
export async function startSession(userId: Id<"user">, staff: boolean): Promise<string> {
  const idleMinutes = staff ? 120 : 30 * 24 * 60;
  const session = await lucia.createSession(userId, {
    endsAt: inMinutes(staff ? 12 * 60 : 90 * 24 * 60),
    idleMinutes,
  });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends the session on the server; the answer is the cookie that clears the browser's. */
export async function endSession(request: Request): Promise<string> {
  const token = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (token) await lucia.invalidateSession(token);
  return lucia.createBlankSessionCookie().serialize();
}
