import type { refusals as zh } from "../zh/refusals.ts";

export const refusals: typeof zh = {
  not_found: "We cannot find this. It may have been removed, or it is not yours to see.",
  forbidden: "Your role does not allow this.",
  conflict: "Somebody has just changed this. Please refresh and try again.",
  "lifecycle.not_now":
    "This cannot be done at the current stage. Please refresh to see where it stands.",
  "clock.backwards": "The demo clock only moves forward.",
  "account.wrong_password": "The account or the password is wrong.",
  "account.too_many_attempts":
    "Too many attempts. Please try again in 15 minutes, or call the help line.",
  "fund.already_open": "This year already has a fund of that name. Please choose another.",
  "fund.not_enough": "The fund has too little available for this.",
  "account.taken": "This account name is taken. Please choose another.",
  "organization.code_taken":
    "This credit code is registered already. If your organization did so, please sign in; if not, call the help line.",
  "bid.unverified":
    "Your organization can ask questions and bid once the platform has verified it. Your home page shows how far that is.",
  "bid.too_late":
    "The deadline has passed by the system's clock. Bids can no longer be submitted, replaced or withdrawn.",
  "bid.not_open": "This tender does not take bids now.",
  "bid.not_sealed":
    "What arrived was not properly sealed and was not kept. Please reload the page and submit again.",
  "bid.deadline_changed":
    "The tender has just been amended, so the bid must be sealed anew. Please reload, check and submit again.",
  "question.too_late": "The deadline has passed; questions can no longer be asked.",
  "opening.too_early": "The deadline has not come yet; bids cannot be opened.",
  "opening.too_few": "There are too few bids to open. An officer may declare the tender failed.",
  "opening.enough": "There are enough bids: they are to be opened.",
  "opening.turn_taken":
    "You have already released your share of the key. The other opener comes next.",
  "opening.no_key": "You have no opener's key yet, or you are no opener of this tender.",
  "opening.wrong_passphrase":
    "The passphrase is wrong, and nothing has changed. Capitals and spaces count.",
  "opening.key_in_use":
    "Tenders that wait for you to open them use your present key. You can make a new one after that.",
  "offer.contract_not_active":
    "Services can be set up and published only while the contract is in force.",
  "offer.nobody_delivers":
    "Nobody is named for this service yet. Name staff with working hours first, then publish.",
  "offer.no_sessions": "No session is open yet. Open sessions first, then publish.",
  "service_session.below_taken": "There cannot be fewer seats than have been booked.",
  "service_session.nothing_new":
    "There is no new session to open. Please go back and change the dates or the times.",
  "worker.hours_overlap": "Two shifts of one day overlap. Please check the times.",
  "programme.name_taken": "The office already has a subsidy of this name. Please choose another.",
};
