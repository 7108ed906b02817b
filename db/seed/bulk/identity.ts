import type postgres from "postgres";

/**
 * Gives the connection `pg_temp.bulk_id(kind, office, n, at)`: the same UUIDv7 for the same thing in every run, sorted by
 * `at`, and `pg_temp.chance(kind, office, n)`: the same number from 0 to 99.
 */
export async function makeIdentity(sql: postgres.Sql) {
  await sql.unsafe(`
    create or replace function pg_temp.bulk_id(kind text, office int, n bigint, at timestamptz default '2024-01-01+08')
    returns uuid language plpgsql immutable as $$
    declare
      h text := md5(kind || '/' || office || '/' || n);
    begin
      return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8'
        || substr(h, 4, 3) || substr(h, 7, 12))::uuid;
    end $$;
    create or replace function pg_temp.chance(kind text, office int, n bigint) returns int language plpgsql immutable as $$
    begin
      return mod(hashtextextended(kind || '/' || office || '/' || n, 0) & 9223372036854775807, 100)::int;
    end $$`);
}
