import type postgres from "postgres";
import { withCheckCharacter } from "#app/domain/organizations/credit-code.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Plan } from "./plan.ts";

const people = ["officer", "approver", "opener", "finance", "community_worker", "manager"];

/** Every office with its people, communities, sites, subsidy, organization, workers and residents. */
export async function fillOffices(sql: postgres.ISql, plan: Plan) {
  await insertPlaces(sql, plan);
  await insertPeople(sql, plan);
  await insertOrganizations(sql, plan);
  await insertResidents(sql, plan);
}

async function insertPlaces(sql: postgres.ISql, { offices, sites }: Plan) {
  await sql`
    insert into offices (id, name, document_prefix, help_phone)
    select pg_temp.bulk_id('office', o, 0), '第' || o || '街道办事处（测量用）', '第' || o || '街办', '0571-5550-1234'
    from generate_series(1, ${offices}::int) o`;
  await sql`
    insert into communities (id, office_id, name)
    select pg_temp.bulk_id('community', o, c), pg_temp.bulk_id('office', o, 0), '第' || c || '社区'
    from generate_series(1, ${offices}::int) o, generate_series(0, 3) c`;
  await sql`
    insert into sites (id, office_id, community_id, name, address)
    select pg_temp.bulk_id('site', o, s), pg_temp.bulk_id('office', o, 0), pg_temp.bulk_id('community', o, s % 4),
      '第' || s + 1 || '日间照料中心', '测量路 ' || s + 1 || ' 号'
    from generate_series(1, ${offices}::int) o, generate_series(0, ${sites}::int - 1) s`;
  await sql`
    insert into programmes (id, office_id, name, rate_bp, cap_per_visit, monthly_quota, age_from, valid_from, valid_to)
    select pg_temp.bulk_id('programme', o, 0), pg_temp.bulk_id('office', o, 0), '居家养老服务补贴', 6000, 4000, 40000, 60,
      current_date - 1200, current_date + 400
    from generate_series(1, ${offices}::int) o`;
}

async function insertPeople(sql: postgres.ISql, { offices }: Plan) {
  await sql`
    insert into users (id, name, account, password_hash)
    select pg_temp.bulk_id(role, o, 0), '测量员', 'bulk-' || o || '-' || role, 'none'
    from generate_series(1, ${offices}::int) o, unnest(${people}::text[]) role`;
  await sql`
    insert into memberships (id, user_id, role, office_id, community_id)
    select pg_temp.bulk_id('member-' || person, o, 0), pg_temp.bulk_id(person, o, 0), person::role,
      pg_temp.bulk_id('office', o, 0), case person when 'community_worker' then pg_temp.bulk_id('community', o, 0) end
    from generate_series(1, ${offices}::int) o, unnest(${people}::text[]) person where person <> 'manager'`;
}

async function insertOrganizations(sql: postgres.ISql, { offices, workers }: Plan) {
  const codes = Array.from({ length: offices }, (_, index) =>
    withCheckCharacter(`52330100B${String(index + 1).padStart(8, "0")}`),
  );
  await sql`
    insert into organizations (id, name, credit_code, contact_name, contact_phone, registered_at, verified_at)
    select pg_temp.bulk_id('organization', o::int, 0), '第' || o || '社会工作服务中心（测量用）', code, '陈立', '0571-5550-2000',
      now() - interval '800 days', now() - interval '800 days'
    from unnest(${codes}::text[]) with ordinality as codes(code, o)`;
  await sql`
    insert into memberships (id, user_id, role, organization_id)
    select pg_temp.bulk_id('member-manager', o, 0), pg_temp.bulk_id('manager', o, 0), 'manager', pg_temp.bulk_id('organization', o, 0)
    from generate_series(1, ${offices}::int) o`;
  await sql`
    insert into workers (id, organization_id, name, phone)
    select pg_temp.bulk_id('worker', o, w), pg_temp.bulk_id('organization', o, 0), '护理员' || w + 1, '13900000001'
    from generate_series(1, ${offices}::int) o, generate_series(0, ${workers}::int - 1) w`;
  await sql`
    insert into worker_hours (id, worker_id, weekday, from_minute, to_minute)
    select pg_temp.bulk_id('hours', o, w * 7 + d), pg_temp.bulk_id('worker', o, w), d, 540, 1020
    from generate_series(1, ${offices}::int) o, generate_series(0, ${workers}::int - 1) w, generate_series(1, 7) d`;
}

async function insertResidents(sql: postgres.ISql, { offices, visited, seated }: Plan) {
  await sql`
    insert into residents (id, office_id, community_id, name, born_on, pin_sealed)
    select pg_temp.bulk_id('resident', o, r), pg_temp.bulk_id('office', o, 0), pg_temp.bulk_id('community', o, r % 4),
      '居民' || r + 1, date '1940-01-01' + (pg_temp.chance('born', o, r) * 60), ${sealText("2580")}::bytea
    from generate_series(1, ${offices}::int) o, generate_series(0, ${visited + seated}::int - 1) r`;
}
