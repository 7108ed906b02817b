import { type Letter, type LetterKind, type Letters, wordLetter } from "#app/domain/mail/letter.ts";
import { env } from "#app/env.server.ts";
import { formatIn } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** A letter in the words of its reader's language, with the page that it is about and the way to get no more. */
export function compose(letter: Letter, language: Language): { subject: string; body: string } {
  const { mail } = messagesIn(language);
  const { subject, words } = wordLetter(mail.letters, letter, formatIn(language));
  const page = mail.page(env.publicUrl + pathOf(letter));
  const settings = mail.settings(env.publicUrl + paths.mail);
  return {
    subject: mail.subject(subject),
    body: `${[...words, page, "--", settings].join("\n\n")}\n`,
  };
}

const { organization: own, office } = paths;
const ownTender = ({ tenderId }: { tenderId: string }) => own.tender(tenderId);
const ownMilestone = ({ milestoneId }: { milestoneId: string }) => own.milestone(milestoneId);
const ownReceipt = ({ receiptId }: { receiptId: string }) => own.receipt(receiptId);

/** The page that each kind of letter is about. */
const pages: { [Kind in LetterKind]: (about: Letters[Kind]) => string } = {
  "bid.receipt": ownReceipt,
  "bid.unopenable": ownReceipt,
  "bid.low_price_asked": ({ tenderId }) => own.lowBid(tenderId),
  "tender.found": ownTender,
  "question.answered": ownTender,
  "tender.amended": ownTender,
  "bid.lapsed": ownTender,
  "tender.final_offers_called": ownTender,
  "tender.failed": ownTender,
  "tender.cancelled": ownTender,
  "tender.result": ownTender,
  "tender.awarded": ownTender,
  "tender.suspended": ownTender,
  "tender.resumed": ownTender,
  "challenge.outcome": ownTender,
  "draft.consulted": ({ tenderId }) => paths.draft(tenderId),
  "objection.to_decide": ({ tenderId, objectionId }) => office.objection(tenderId, objectionId),
  "objection.decided": ({ tenderId }) => paths.tender(tenderId),
  "challenge.to_handle": ({ challengeId }) => office.challenge(challengeId),
  "terms.to_answer": ({ tenderId }) => office.terms(tenderId),
  "contract.to_sign": ({ contractId, side }) =>
    (side === "office" ? office : own).contract(contractId),
  "milestone.sent_back": ownMilestone,
  "milestone.accepted": ownMilestone,
  "milestone.paid": ownMilestone,
  "certificate.expiring": () => own.certificates,
  "document.rejected": () => own.documents,
  "document.expiring": () => own.documents,
  "organization.verified": () => own.home,
  "organization.rejected": () => own.home,
  "organization.suspended": () => own.home,
  "organization.suspension_lifted": () => own.home,
};

const pathOf = <Kind extends LetterKind>({ kind, about }: { kind: Kind; about: Letters[Kind] }) =>
  pages[kind](about);
