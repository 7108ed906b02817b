import type postgres from "postgres";
import { initialsOf } from "#app/domain/services/initials.server.ts";
import type { Plan } from "./plan.ts";

/** The kinds of service that are visits, ten offers a contract; seats are day care. */
export const visitTypes = ["home_care", "companionship", "meals", "counselling", "haircut"];
export const VISIT_OFFERS = 10;
export const VISIT_PRICE = 6_000;
export const SEAT_PRICE = 3_000;

/** Every office's fund, and its contracts with all that stands behind each: project, tender, bid, milestones, movements. */
export async function fillContracts(sql: postgres.ISql, plan: Plan) {
  const value = worth(plan);
  const ceiling = value + value / 20;
  await insertTenders(sql, plan, ceiling);
  await insertSigned(sql, plan, value);
  await insertMoney(sql, plan, value, ceiling);
  await insertOffers(sql, plan);
}

/** More than all the shares of a contract's bookings, in whole thousand yuan. */
function worth({ visits, seats, contracts }: Plan) {
  const shares = (visits * VISIT_PRICE + seats * SEAT_PRICE) / contracts;
  return Math.ceil((shares * 1.2) / 100_000 + 10) * 100_000;
}

async function insertTenders(sql: postgres.ISql, { offices, contracts }: Plan, ceiling: number) {
  await sql`
    insert into funds (id, office_id, year, name)
    select pg_temp.bulk_id('fund', o, 0), pg_temp.bulk_id('office', o, 0), extract(year from now())::int, '社区服务购买资金'
    from generate_series(1, ${offices}::int) o`;
  await sql`
    insert into projects (id, office_id, number, title, need, target_group, service_type, quantity, unit, ceiling, fund_id,
      starts_on, ends_on, author_id, created_at)
    select pg_temp.bulk_id('project', o, c), pg_temp.bulk_id('office', o, 0), 'B-' || c + 1, '第' || c + 1 || '期居家养老服务',
      '为社区老人提供照护。', '社区老人', 'home_care', 300, '人', ${ceiling}, pg_temp.bulk_id('fund', o, 0), current_date - 760,
      current_date + 365, pg_temp.bulk_id('officer', o, 0), now() - interval '800 days'
    from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 1) c`;
  await sql`
    insert into tenders (id, office_id, project_id, status, rules, title, author_id, approver_id, published_at, deadline, opened_at,
      recommended_bid_id, recommended_reason, publicised_at, standstill_ends_at, awarded_at)
    select pg_temp.bulk_id('tender', o, c), pg_temp.bulk_id('office', o, 0), pg_temp.bulk_id('project', o, c), 'contracted',
      (select rules from method_rules where profile = 'community' and method = 'open_scored' limit 1),
      '第' || c + 1 || '期居家养老服务', pg_temp.bulk_id('officer', o, 0), pg_temp.bulk_id('approver', o, 0),
      now() - interval '795 days', now() - interval '785 days', now() - interval '784 days', pg_temp.bulk_id('bid', o, c),
      '综合得分最高。', now() - interval '780 days', now() - interval '775 days', now() - interval '774 days'
    from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 1) c`;
}

async function insertSigned(sql: postgres.ISql, { offices, contracts }: Plan, value: number) {
  await sql`
    insert into bids (id, tender_id, organization_id, state, deadline_version, ciphertext, digest, submitted_at, submitted_by, price, document)
    select pg_temp.bulk_id('bid', o, c), pg_temp.bulk_id('tender', o, c), pg_temp.bulk_id('organization', o, 0), 'won', 1, 'bulk'::bytea,
      encode(sha256('bulk'::bytea), 'hex'), now() - interval '786 days', pg_temp.bulk_id('manager', o, 0), ${value},
      jsonb_build_object('priceFen', ${value}::bigint, 'plan', '每周上门。', 'team', '护理员。', 'contactName', '陈立',
        'contactPhone', '0571-5550-2000', 'responses', '{}'::jsonb)
    from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 1) c`;
  await sql`
    insert into contracts (id, office_id, project_id, tender_id, bid_id, organization_id, number, title, status, value, quantity, unit,
      starts_on, ends_on, office_signed_by, office_signed_at, organization_signed_by, organization_signed_at, activated_at)
    select pg_temp.bulk_id('contract', o, c), pg_temp.bulk_id('office', o, 0), pg_temp.bulk_id('project', o, c),
      pg_temp.bulk_id('tender', o, c), pg_temp.bulk_id('bid', o, c), pg_temp.bulk_id('organization', o, 0), 'B-' || c + 1,
      '第' || c + 1 || '期居家养老服务', 'active',
      ${value}, 300, '人', current_date - 760, current_date + 365, pg_temp.bulk_id('approver', o, 0), now() - interval '770 days',
      pg_temp.bulk_id('manager', o, 0), now() - interval '770 days', now() - interval '770 days'
    from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 1) c`;
  await sql`
    insert into milestones (id, contract_id, position, name, due_on, cap)
    select pg_temp.bulk_id('milestone', o, c * 2 + half), pg_temp.bulk_id('contract', o, c), half + 1,
      case half when 0 then '中期' else '期末' end, current_date + 180 * (half + 1), ${value / 2}
    from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 1) c, generate_series(0, 1) half`;
}

/** All contracts but each office's last were carried out; only an active one takes bookings. */
export const completeContracts = (sql: postgres.ISql, { offices, contracts }: Plan) => sql`
  update contracts set status = 'completed' where id in (
    select pg_temp.bulk_id('contract', o, c)
    from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 2) c)`;

async function insertMoney(sql: postgres.ISql, plan: Plan, value: number, ceiling: number) {
  const { offices, contracts } = plan;
  const all = ceiling * contracts * 2;
  await sql`
    with moves as (
      select o, 'allocate' as kind, pg_temp.bulk_id('fund', o, 0) as entity, null::uuid as project, 0 as c,
        array['available', 'appropriation'] as accounts, array[${all}, ${-all}]::bigint[] as amounts
      from generate_series(1, ${offices}::int) o
      union all
      select o, kind, pg_temp.bulk_id(entity, o, c), pg_temp.bulk_id('project', o, c), c, accounts, amounts
      from generate_series(1, ${offices}::int) o, generate_series(0, ${contracts}::int - 1) c,
        (values ('publish', 'tender', array['reserved', 'available'], array[${ceiling}, ${-ceiling}]::bigint[]),
          ('sign', 'contract', array['committed', 'available', 'reserved'],
            array[${value}, ${ceiling - value}, ${-ceiling}]::bigint[])) as move(kind, entity, accounts, amounts)
    ), moved as (
      insert into fund_transactions (id, fund_id, kind, entity_id, project_id, by_user_id, at)
      select pg_temp.bulk_id('move-' || kind, o, c), pg_temp.bulk_id('fund', o, 0), kind::fund_event, entity, project,
        pg_temp.bulk_id('approver', o, 0), now() - interval '770 days'
      from moves order by c, kind = 'sign'
    )
    insert into postings (transaction_id, fund_id, project_id, account, amount)
    select pg_temp.bulk_id('move-' || kind, o, c), pg_temp.bulk_id('fund', o, 0), project, account::fund_account, amount
    from moves, unnest(accounts, amounts) as side(account, amount)
    order by o, kind = 'sign', kind = 'publish', c, amount desc`;
}

async function insertOffers(sql: postgres.ISql, plan: Plan) {
  const { offices, contracts, sites, workers } = plan;
  const last = contracts - 1;
  const titles = await sql<{ code: string; zh: string }[]>`select code, zh from service_types`;
  const initials = titles.map(({ zh }) => initialsOf(zh));
  await sql`
    insert into offers (id, office_id, contract_id, organization_id, service_type, mode, title, initials, price, programme_id,
      site_id, duration_minutes, published, created_at)
    select pg_temp.bulk_id('offer-' || mode, o, c * 1000 + n), pg_temp.bulk_id('office', o, 0), pg_temp.bulk_id('contract', o, c),
      pg_temp.bulk_id('organization', o, 0), type.code, mode::mode, type.zh, type.initials, price, pg_temp.bulk_id('programme', o, 0),
      case mode when 'seat' then pg_temp.bulk_id('site', o, n) end, minutes, c = ${last}, now() - interval '770 days'
    from generate_series(1, ${offices}::int) o, generate_series(0, ${last}::int) c, (
      select 'visit' as mode, n, (${visitTypes}::text[])[n % ${visitTypes.length} + 1] as code, ${VISIT_PRICE}::bigint as price, 60 as minutes
      from generate_series(0, ${VISIT_OFFERS}::int - 1) n
      union all select 'seat', n, 'day_care', ${SEAT_PRICE}, 180 from generate_series(0, ${sites}::int - 1) n
    ) as each_offer join unnest(${titles.map(({ code }) => code)}::text[], ${titles.map(({ zh }) => zh)}::text[], ${initials}::text[])
      as type(code, zh, initials) using (code)`;
  await sql`
    insert into offer_communities (offer_id, community_id)
    select offers.id, communities.id
    from generate_series(1, ${offices}::int) o
    join offers on offers.office_id = pg_temp.bulk_id('office', o, 0)
    join communities on communities.office_id = offers.office_id`;
  await sql`
    insert into offer_workers (offer_id, worker_id)
    select pg_temp.bulk_id('offer-visit', o, ${last}::int * 1000 + n), pg_temp.bulk_id('worker', o, w)
    from generate_series(1, ${offices}::int) o, generate_series(0, ${VISIT_OFFERS}::int - 1) n, generate_series(0, ${workers}::int - 1) w`;
}
