import { type Letter, wordLetter } from "#app/domain/mail/letter.ts";
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

function pathOf({ kind, about }: Letter): string {
  const { organization: own, office } = paths;
  switch (kind) {
    case "bid.receipt":
    case "bid.unopenable":
      return own.receipt(about.receiptId);
    case "bid.low_price_asked":
      return own.lowBid(about.tenderId);
    case "tender.found":
    case "question.answered":
    case "tender.amended":
    case "bid.lapsed":
    case "tender.final_offers_called":
    case "tender.failed":
    case "tender.cancelled":
    case "tender.result":
    case "tender.awarded":
    case "tender.suspended":
    case "tender.resumed":
    case "challenge.outcome":
      return own.tender(about.tenderId);
    case "draft.consulted":
      return paths.draft(about.tenderId);
    case "challenge.to_handle":
      return office.challenge(about.challengeId);
    case "contract.to_sign":
      return (about.side === "office" ? office : own).contract(about.contractId);
    case "milestone.sent_back":
    case "milestone.accepted":
    case "milestone.paid":
      return own.milestone(about.milestoneId);
    case "certificate.expiring":
      return own.certificates;
    case "document.rejected":
    case "document.expiring":
      return own.documents;
    case "organization.verified":
    case "organization.rejected":
    case "organization.suspended":
    case "organization.suspension_lifted":
      return own.home;
  }
}
