import type { Act, System } from "#app/domain/act.ts";
import { sealEvents } from "#app/domain/audit/seal.server.ts";
import {
  acceptOverdue,
  missAbsentResidents,
  missProviders,
} from "#app/domain/bookings/overdue.server.ts";
import { lapseChallenges } from "#app/domain/challenges/lapse.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import {
  remindOfCertificates,
  remindOfDocuments,
} from "#app/domain/organizations/remind.server.ts";
import { countFreeTimes } from "#app/domain/services/count-free-times.server.ts";
import { checkSummariesAtNight } from "#app/domain/statistics/check.server.ts";
import { countAgain } from "#app/domain/statistics/count.server.ts";
import {
  awardWhenStandstillOver,
  type DueTender,
  listTendersToAward,
} from "#app/domain/tenders/award.server.ts";
import { closeWhenDeadlinePassed, listTendersToClose } from "#app/domain/tenders/close.server.ts";
import { log, loggable } from "#app/http/log.server.ts";
import { deliverNext } from "./deliveries.server.ts";
import { sendMail } from "./send-mail.server.ts";

/** Something the worker does every so often, and again at once as long as it answers that it did something. */
export type Job = { name: string; everySeconds: number; run: () => Promise<number> };

export const schedule: readonly Job[] = [
  { name: "close tenders", everySeconds: 2, run: closeTenders },
  { name: "award tenders", everySeconds: 5, run: awardTenders },
  { name: "lapse challenges", everySeconds: 15, run: () => lapseChallenges() },
  { name: "accept deliveries", everySeconds: 15, run: acceptOverdue },
  { name: "miss providers", everySeconds: 15, run: missProviders },
  { name: "miss residents", everySeconds: 15, run: missAbsentResidents },
  { name: "seal events", everySeconds: 1, run: () => sealEvents() },
  { name: "count again", everySeconds: 2, run: () => countAgain() },
  { name: "count free times", everySeconds: 2, run: () => countFreeTimes() },
  { name: "remind of documents", everySeconds: 600, run: remindOfDocuments },
  { name: "remind of certificates", everySeconds: 600, run: remindOfCertificates },
  { name: "check summaries", everySeconds: 3_600, run: checkSummariesAtNight },
];

/** What may wait for a mail server, and therefore keeps to itself. */
export const correspondence: readonly Job[] = [
  { name: "tell of events", everySeconds: 2, run: () => deliverNext() },
  { name: "send mail", everySeconds: 2, run: () => sendMail() },
];

const system: System = { role: "system", userId: null };

async function closeTenders() {
  return await eachDue(await listTendersToClose(), closeWhenDeadlinePassed);
}

async function awardTenders() {
  return await eachDue(await listTendersToAward(), awardWhenStandstillOver);
}

type Move = (act: Act<System>, due: DueTender) => Promise<boolean>;

/** A tender that cannot be moved is logged and does not stand in the others' way. */
async function eachDue(due: readonly DueTender[], move: Move): Promise<number> {
  let moved = 0;
  for (const tender of due) {
    try {
      if (await move({ by: system, at: await databaseNow() }, tender)) moved += 1;
    } catch (error) {
      log("error", "tender not moved", { tenderId: tender.tenderId, ...loggable(error) });
    }
  }
  return moved;
}
