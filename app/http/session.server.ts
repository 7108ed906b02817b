import { redirect } from "@remix-run/node";
import { findPerson, type Person } from "#app/domain/accounts/person.server.ts";
import type { OfficeRole, Role } from "#app/domain/accounts/role.ts";
import { officeRoles } from "#app/domain/accounts/role.ts";
import type { Holder } from "#app/domain/accounts/second-factor.ts";
import type {
  Act,
  CommunityWorker,
  Manager,
  OfficeStaff,
  Operator,
  Resident,
  Worker,
} from "#app/domain/act.ts";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { forbidden } from "./params.server.ts";
import { lucia } from "./sessions.server.ts";

/** Who is signed in, or undefined. */
export async function findSignedIn(request: Request): Promise<Person | undefined> {
  const token = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!token) return undefined;
  const { user } = await lucia.validateSession(token);
  return user ? await findPerson(user.id) : undefined;
}

/** Who is signed in; anybody else is sent to sign in and comes back afterwards. */
export async function requirePerson(request: Request): Promise<Person> {
  return (await findSignedIn(request)) ?? toSignIn(request);
}

/** Somebody of an office who has one of the roles named; the act carries the first that she has. */
export async function requireOffice<R extends OfficeRole>(
  request: Request,
  ...allowed: [R, ...R[]]
): Promise<Act<{ role: R; userId: Id<"user">; officeId: Id<"office"> }>> {
  const person = await requirePerson(request);
  for (const role of allowed) {
    const officeId = person.memberships.find((membership) => membership.role === role)?.officeId;
    if (officeId) return { by: { role, userId: person.userId, officeId }, at: person.now };
  }
  return forbidden();
}

/** Anybody who works for an office: what its overview pages ask. */
export const requireOfficeStaff = (request: Request): Promise<Act<OfficeStaff>> =>
  requireOffice(request, ...officeRoles);

/** The same, with her name and every role that she has there: what a page asks to show her next step. */
export async function requireOfficeReader(request: Request) {
  const person = await requirePerson(request);
  const officeId = person.memberships.find(({ role }) => isOfficeRole(role))?.officeId;
  const roles = person.memberships
    .filter((membership) => membership.officeId === officeId)
    .map(({ role }) => role)
    .filter(isOfficeRole);
  const [role] = roles;
  if (!officeId || !role) return forbidden();
  const { userId, name, now } = person;
  return { by: { role, userId, officeId }, at: now, name, roles, userId };
}

export async function requireCommunityWorker(request: Request): Promise<Act<CommunityWorker>> {
  const person = await requirePerson(request);
  const { officeId, communityId } = membershipOf(person, "community_worker");
  if (!officeId || !communityId) return forbidden();
  const by = { role: "community_worker", userId: person.userId, officeId, communityId } as const;
  return { by, at: person.now };
}

export async function requireManager(request: Request): Promise<Act<Manager>> {
  const person = await requirePerson(request);
  const { organizationId } = membershipOf(person, "manager");
  if (!organizationId) return forbidden();
  return { by: { role: "manager", userId: person.userId, organizationId }, at: person.now };
}

export async function requireWorker(request: Request): Promise<Act<Worker>> {
  const { userId, workerId, now, ...person } = await requirePerson(request);
  const { organizationId } = membershipOf(person, "worker");
  if (!organizationId || !workerId) return forbidden();
  return { by: { role: "worker", userId, organizationId, workerId }, at: now };
}

/** The resident herself, or the community worker who is acting for her in a proxy session. */
export async function requireResident(request: Request): Promise<Act<Resident>> {
  const { userId, resident, proxy, now, memberships } = await requirePerson(request);
  if (proxy) {
    const { id: proxySessionId, residentId, officeId } = proxy;
    return { by: { role: "resident", userId, residentId, officeId, proxySessionId }, at: now };
  }
  if (!resident) return toNeighbours(memberships);
  const { id: residentId, officeId } = resident;
  return { by: { role: "resident", userId, residentId, officeId }, at: now };
}

/** Whoever may comment on a draft: for an organization, or as a resident. */
export async function requireManagerOrResident(
  request: Request,
): Promise<Act<Manager> | Act<Resident>> {
  const { memberships } = await requirePerson(request);
  const manages = memberships.some(({ role }) => role === "manager");
  return manages ? await requireManager(request) : await requireResident(request);
}

export async function requireOperator(request: Request): Promise<Act<Operator>> {
  const person = await requirePerson(request);
  membershipOf(person, "operator");
  return { by: { role: "operator", userId: person.userId }, at: person.now };
}

/** Somebody whose role asks for a second factor, in the first such role that she has. */
export async function requireHolder(request: Request): Promise<Act<Holder>> {
  const { memberships, userId, now: at } = await requirePerson(request);
  for (const { role, officeId, organizationId } of memberships) {
    if (isOfficeRole(role) && officeId) return { by: { role, userId, officeId }, at };
    if (role === "manager" && organizationId) return { by: { role, userId, organizationId }, at };
    if (role === "operator") return { by: { role, userId }, at };
  }
  return forbidden();
}

const isOfficeRole = (role: Role): role is OfficeRole => officeRoles.some((one) => one === role);

/** A community worker first says for whom. */
function toNeighbours(memberships: Person["memberships"]): never {
  membershipOf({ memberships }, "community_worker");
  throw redirect(paths.community.residents);
}

function membershipOf({ memberships }: Pick<Person, "memberships">, role: Role) {
  return memberships.find((membership) => membership.role === role) ?? forbidden();
}

function toSignIn(request: Request): never {
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? pathname + search : pathname;
  throw redirect(paths.signIn(back.replace(/\.data$/, "")));
}
