import { count } from "drizzle-orm";
import { DEMO_PASSPHRASE, DEMO_PASSWORD } from "#app/domain/accounts/demo-password.ts";
import { listDemoAccounts } from "#app/domain/accounts/sign-in.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { makeOwnOpenerKey } from "#app/domain/tenders/make-opener-key.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { db } from "../client.server.ts";
import { offices } from "../schema/index.ts";
import type { Street } from "./demo/buying.ts";
import {
  certifyWorkers,
  registerNewcomer,
  settleSuspended,
  settleTeam,
  showDocuments,
} from "./demo/certificates.ts";
import { changeSome } from "./demo/changes.ts";
import { letNeighboursApply } from "./demo/council.ts";
import { clearHalfBuilt, isHalfBuilt } from "./demo/half-built.ts";
import { openFunds, payByBank } from "./demo/money.ts";
import { settleNeighbours } from "./demo/neighbours.ts";
import { settle, settleOffice, settleOrganizations, settleStreet } from "./demo/people.ts";
import { buyServices, keepBuying } from "./demo/purchases.ts";
import { saveSearches } from "./demo/searches.ts";
import { goBack, goToNow } from "./demo/time.ts";
import { livePastWeeks } from "./demo/weeks.ts";

const DAYS_BACK = 85;

/**
 * Fills an empty database with 南湖街道 and its last eighty days, lived through the product's own
 * commands with the clock turned back; a database that holds an office is left as it is.
 */
export async function ensureDemo(): Promise<void> {
  if (await isHalfBuilt()) await clearHalfBuilt();
  const [found] = await db.select({ offices: count() }).from(offices);
  if (found && found.offices > 0) return;
  const street = await settleEverybody();
  const contracts = await buyServices(street);
  const neighbours = await settleNeighbours(street);
  await livePastWeeks(street, contracts, neighbours);
  await payByBank(street, contracts.dayCare, neighbours);
  await changeSome(street);
  await letNeighboursApply(street);
  await keepBuying(street);
  await goToNow();
  await certifyWorkers(street.organizations);
  await registerNewcomer();
}

/** Who can sign in, for the words at the end of a start. */
export async function demoAccounts() {
  const { roles } = messagesIn("zh").accounts;
  return (await listDemoAccounts()).map((person) => ({
    who: `${person.name}（${person.roles.map((role) => roles[role]).join("、")}）`,
    account: person.account,
    password: DEMO_PASSWORD,
  }));
}

async function settleEverybody(): Promise<Street> {
  await goBack(DAYS_BACK, 9);
  const operator = await settle("方宁", "fangning", {}, "operator");
  const place = await settleStreet();
  const staff = await settleOffice(place.officeId);
  const organizations = await settleOrganizations(operator);
  await showDocuments(organizations, operator, DAYS_BACK);
  await settleSuspended(operator);
  const team = await settleTeam(operator, place.officeId);
  await saveSearches(organizations);
  const { officeId } = place;
  for (const userId of [staff.openerA, staff.openerB]) {
    const by = { role: "opener", userId, officeId } as const;
    await makeOwnOpenerKey({ by, at: await databaseNow() }, DEMO_PASSPHRASE);
  }
  const finance = { role: "finance", userId: staff.finance, officeId } as const;
  const approver = { role: "approver", userId: staff.approver, officeId } as const;
  const fundId = await openFunds({ finance, approver, communityId: place.guiyuan.id });
  return { ...place, staff, organizations, fundId, team };
}
