import { createHash } from "node:crypto";
import type postgres from "postgres";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import type { Booker, Seat } from "./statements.ts";

const ROOM = 100_000;

/** A session with room for everybody, three days from now, of the first seat offer; its price is ¥30, of which 60 % are subsidised. */
export async function makeRoom(owner: postgres.Sql): Promise<Seat> {
  const [offer] = await owner<{ id: Id<"offer">; officeId: Id<"office"> }[]>`
    select id, office_id as "officeId" from offers where mode = 'seat' and published order by id limit 1`;
  if (!offer) throw new Error("there is no seat offer");
  const sessionId = newId<"service_session">();
  await owner`
    insert into service_sessions (id, office_id, offer_id, day, period, starts_at, ends_at, capacity)
    select ${sessionId}, ${offer.officeId}, ${offer.id}, day, 'whole_day',
      (day + time '18:00') at time zone 'Asia/Shanghai', (day + time '20:00') at time zone 'Asia/Shanghai', ${ROOM}
    from (select (now() at time zone 'Asia/Shanghai')::date + 3 as day) as soon`;
  await owner`
    update contract_counters set fund_limit = fund_limit + ${ROOM * 1_800}
    where contract_id = (select contract_id from offers where id = ${offer.id})`;
  return { officeId: offer.officeId, offerId: offer.id, sessionId, residentShare: fen(1_200) };
}

/** Residents of the office who are signed in, each for one booking. */
export async function makeBookers(
  owner: postgres.Sql,
  seat: Seat,
  count: number,
): Promise<Booker[]> {
  const people = Array.from({ length: count }, () => ({
    userId: newId<"user">(),
    residentId: newId<"resident">(),
    token: crypto.randomUUID(),
    key: crypto.randomUUID(),
  }));
  const hashed = people.map(({ token }) => createHash("sha256").update(token).digest("hex"));
  const users = people.map(({ userId }) => userId);
  await owner.begin(async (sql) => {
    await sql`
      insert into users (id, name, account, password_hash) select id, '测量员', 'bench-' || id, 'none' from unnest(${users}::uuid[]) id`;
    await sql`
      insert into memberships (id, user_id, role, office_id)
      select gen_random_uuid(), id, 'resident', ${seat.officeId} from unnest(${users}::uuid[]) id`;
    await sql`
      insert into residents (id, office_id, community_id, user_id, name, born_on, pin_sealed)
      select resident, ${seat.officeId}, (select id from communities where office_id = ${seat.officeId} order by id limit 1),
        id, '测量员', '1944-03-08', ${sealText("2580")}::bytea
      from unnest(${users}::uuid[], ${people.map(({ residentId }) => residentId)}::uuid[]) as person(id, resident)`;
    await sql`
      insert into sign_in_sessions (id, user_id, expires_at, ends_at, idle_minutes)
      select token, id, now() + interval '20 days', now() + interval '20 days', 40000
      from unnest(${users}::uuid[], ${hashed}::text[]) as person(id, token)`;
  });
  return people;
}
