import type { OfficeRole } from "#app/domain/accounts/role.ts";
import { accepts } from "#app/domain/lifecycle.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { canSuspend } from "#app/domain/tenders/suspension.ts";
import { type Method, type TenderStatus, tenderLifecycle } from "#app/domain/tenders/tender.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Tender = {
  id: string;
  status: TenderStatus;
  method: Method;
  round: number;
  openedAt: Date | null;
  suspendedAt: Date | null;
  contracts: readonly { id: string; organization: string }[];
  amendmentId: string | null;
  roles: readonly OfficeRole[];
};

/** Where else a reader may go from a tender, beside its next step. */
export function otherPages(messages: Messages, tender: Tender) {
  const { tender: words } = messages.office;
  const { nextRank, consultation, several } = messages;
  const { id, status, round, openedAt, contracts, roles } = tender;
  const { office } = paths;
  const officer = roles.includes("officer");
  const approver = roles.includes("approver");
  const opened = openedAt !== null || status === "closed" || round > 1;
  const drafting = officer && status === "draft";
  const consulting = status === "consulting";
  const reviewing = approver && status === "in_review";
  const naming = officer && ["open", "closed", "evaluating"].includes(status);
  const ended = status === "failed" || status === "cancelled";
  const cancels = accepts(tenderLifecycle, status, "cancel") && (approver || drafting);
  const pages = [
    drafting && { to: office.editTender(id), label: words.edit },
    drafting && { to: office.method(id), label: words.method },
    drafting && { to: office.criteria(id), label: words.editCriteria },
    drafting && { to: office.consultation(id), label: consultation.office.go },
    drafting && { to: office.review(id), label: words.review },
    consulting && { to: paths.draft(id), label: consultation.office.publicPage },
    consulting && officer && { to: office.takeDraftBack(id), label: consultation.office.takeBack },
    reviewing && { to: office.publication(id), label: words.publish },
    reviewing && { to: office.returnTender(id), label: words.return },
    ...amendmentPages(messages, tender),
    naming && { to: office.panel(id), label: words.panel },
    opened && { to: office.opening(id), label: words.opening },
    ...methodPages(messages, tender),
    openedAt && { to: office.report(id), label: words.scores },
    ...contracts.map((contract) => ({
      to: office.contract(contract.id),
      label: contracts.length > 1 ? several.contractWith(contract.organization) : words.contract,
    })),
    officer && status === "awarded" && { to: office.nextRank(id), label: nextRank.link },
    officer && ended && { to: office.rerun(id), label: nextRank.rerun.link },
    ...standstill(messages, tender),
    cancels && {
      to: office.cancellation(id),
      label: status === "draft" ? words.drop : words.cancel,
    },
  ];
  return pages.filter((page): page is { to: string; label: string } => Boolean(page));
}

/** Once final offers are called for, nothing is amended. */
function amendmentPages({ tenderAmendments: words }: Messages, tender: Tender) {
  const { id, status, round, amendmentId, roles } = tender;
  const { office } = paths;
  const amends = roles.includes("officer") && status === "open" && round === 1 && !amendmentId;
  return [
    amends && { to: office.amendTender(id), label: words.propose.link },
    amendmentId && { to: office.tenderAmendment(id, amendmentId), label: words.decide.link },
  ];
}

/** What a tender has by its method alone. */
function methodPages(messages: Messages, { id, method, status, round, openedAt }: Tender) {
  const { talks, evidence, terms } = messages;
  const { rounds, entrance, acceptance } = methodSettings[method];
  const answered = acceptance === "both" && (status === "awarded" || status === "contracted");
  const { office } = paths;
  const talked = rounds > 1 && (openedAt !== null || round > 1);
  return [
    entrance === "invited" && { to: office.evidence(id), label: evidence.link },
    answered && { to: office.terms(id), label: terms.link },
    talked && { to: office.talks(id), label: talks.office.title },
  ];
}

/** To stop the tender, or to let it go on. */
function standstill({ challenges }: Messages, { id, status, suspendedAt, roles }: Tender) {
  const { suspendTitle, resumeTitle } = challenges.suspension;
  const may = roles.includes("approver") || roles.includes("supervisor");
  if (!may || !canSuspend(status)) return [];
  return suspendedAt
    ? [{ to: paths.office.resumption(id), label: resumeTitle }]
    : [{ to: paths.office.suspension(id), label: suspendTitle }];
}
