import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { signInSessions } from "#db/schema/accounts.ts";
import { makeOfficeActor, makeUser } from "#db/seed/factories/accounts.ts";
import { findSignedIn, requireOffice, requireOperator } from "./session.server.ts";
import { endSession, lucia, startSession } from "./sessions.server.ts";

const requestWith = (cookie: string, path = "/office") =>
  new Request(`http://own.invalid${path}`, { headers: { Cookie: cookie.split(";")[0] ?? "" } });

test("the table knows only the hash of the cookie's token", async () => {
  const { userId } = await makeOfficeActor("officer");
  const cookie = await startSession(userId, true);
  const token = lucia.readSessionCookie(cookie);
  const row = one(await db.select().from(signInSessions).where(eq(signInSessions.userId, userId)));
  expect(row.id).toMatch(/^[0-9a-f]{64}$/);
  expect(row.id).not.toBe(token);
  expect(await findSignedIn(requestWith(`session=${row.id}`))).toBeUndefined();
  expect(await findSignedIn(requestWith(cookie))).toMatchObject({ userId });
});

test("staff are signed out after half a day at most, residents after a season", async () => {
  const staff = await makeUser("李雯", {});
  const resident = await makeUser("刘桂芳", {});
  await startSession(staff.id, true);
  await startSession(resident.id, false);
  const hoursOf = async (user: typeof staff) => {
    const [row] = await db.select().from(signInSessions).where(eq(signInSessions.userId, user.id));
    return row && (row.expiresAt.getTime() - Date.now()) / 3_600_000;
  };
  expect(await hoursOf(staff)).toBeLessThanOrEqual(2);
  expect(await hoursOf(resident)).toBeGreaterThan(24 * 29);
});

test("a session used in time goes on, but never past its end", async () => {
  const { userId } = await makeOfficeActor("officer");
  const cookie = await startSession(userId, true);
  const mine = eq(signInSessions.userId, userId);
  const inAnHour = new Date(Date.now() + 3_600_000);
  await db.update(signInSessions).set({ expiresAt: inAnHour }).where(mine);
  await findSignedIn(requestWith(cookie));
  const prolonged = one(await db.select().from(signInSessions).where(mine));
  expect(prolonged.expiresAt.getTime()).toBeGreaterThan(inAnHour.getTime());
  await db.update(signInSessions).set({ expiresAt: inAnHour, endsAt: inAnHour }).where(mine);
  await findSignedIn(requestWith(cookie));
  expect(one(await db.select().from(signInSessions).where(mine)).expiresAt).toEqual(inAnHour);
});

test("signing out ends the session on the server", async () => {
  const { userId } = await makeOfficeActor("officer");
  const cookie = await startSession(userId, true);
  await endSession(requestWith(cookie));
  expect(await findSignedIn(requestWith(cookie))).toBeUndefined();
});

test("a guard gives the act of the role asked for, sends strangers to sign in, and others away", async () => {
  const { userId, officeId } = await makeOfficeActor("approver");
  const request = requestWith(await startSession(userId, true), "/office/fund?after=1");
  expect(await requireOffice(request, "officer", "approver")).toMatchObject({
    by: { role: "approver", userId, officeId },
  });
  await expect(requireOperator(request)).rejects.toMatchObject({ status: 403 });
  const stranger = await requireOffice(requestWith("", "/office/fund?after=1"), "officer").catch(
    (thrown: unknown) => thrown,
  );
  expect(stranger).toBeInstanceOf(Response);
  expect(stranger instanceof Response && stranger.headers.get("Location")).toBe(
    "/sign-in?from=%2Foffice%2Ffund%3Fafter%3D1",
  );
});
