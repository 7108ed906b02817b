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
  "second_factor.wrong_code":
    "That code is wrong or was used already. Please wait for the next one on your phone.",
  "second_factor.missing":
    "You have no second factor yet. Please set it up on the page “Second factor” first.",
  "second_factor.no_key": "There is no key yet. Please begin again on the page “Second factor”.",
  "fund.already_open": "This year already has a fund of that name. Please choose another.",
  "fund.not_enough": "The fund has too little available for this.",
  "fund.closed": "This fund is closed for the year: it takes no new money and no new project.",
  "fund.used_already":
    "Some of this money is already in use: too little is available to reverse it.",
  "fund.not_reversible": "A movement of this kind cannot be reversed.",
  "fund.reversed_already": "This movement is reversed already. Each can be reversed once.",
  "fund.own_movement": "You wrote this movement down yourself, so somebody else has to reverse it.",
  "fund.part_of_part": "This is a community’s part already, and cannot be divided further.",
  "fund.not_a_part": "This is no community’s part, so there is no fund to give it back to.",
  "fund.other_community":
    "This money is set aside for one community: the project may serve no other.",
  "fund.too_early_to_close": "A fund can be closed from 1 December of its year on.",
  "fund.year_end_waiting": "A year end of this fund is waiting for approval already.",
  "fund.year_end_decided": "This year end has been decided already.",
  "fund.own_year_end": "You proposed this year end yourself, so another approver has to decide it.",
  "fund.parts_first": "Communities’ parts of this fund are still open. Close them first.",
  "fund.no_next_year": "Choose an open fund of the next year to carry the money over to.",
  "fund.nothing_left": "This fund is closed, and nothing is available in it to settle.",
  "claw_back.too_much": "No more can come back than was paid for this milestone.",
  "claw_back.known_reference":
    "Money that came back is on record under this bank reference already. Please check.",
  "account.taken": "This account name is taken. Please choose another.",
  "organization.code_taken":
    "This credit code is registered already. If your organization did so, please sign in; if not, call the help line.",
  "document.too_many":
    "At most 20 documents are kept. Please take back one that is not needed first.",
  "document.expired": "It has expired already. Please upload a certificate that is valid now.",
  "document.unread": "Please open the file and read it before you accept it.",
  "organization.no_roll": "The team has not shown its list of members, so it cannot be verified.",
  "organization.no_certificate":
    "The organization has not uploaded its certificate of registration, so it cannot be verified.",
  "organization.documents_changed":
    "The organization has just changed its documents. Please look at them again first.",
  "organization.suspended_already": "This organization is suspended already.",
  "organization.not_suspended": "This organization is not suspended.",
  "bid.suspended":
    "The platform has suspended your organization; meanwhile it cannot bid. The reason is on your home page.",
  "contract.suspended":
    "The platform has suspended this organization; meanwhile neither side can sign a new contract.",
  "offer.suspended":
    "The platform has suspended your organization; meanwhile it cannot publish offers. The reason is on your home page.",
  "search.too_many": "At most 20 searches are kept. Please remove one first.",
  "certificate.too_many": "At most 12 certificates a worker are kept. Please remove one first.",
  "bid.unverified":
    "Your organization can ask questions and bid once the platform has verified it. Your home page shows how far that is.",
  "bid.not_invited": "This is a direct purchase: only the invited organization can bid.",
  "scores.vote": "This is a vote: choose yes or no.",
  "opening.not_fewer": "This method has no exception for so many bids.",
  "bid.no_teams":
    "Only registered bodies may bid here. A residents’ team may apply where both sides choose.",
  "bid.other_street": "A residents’ team may apply only in the street that it lives in.",
  "bid.barred": "You won when this was tried before and did not sign: you cannot bid again.",
  "bid.too_late":
    "The deadline has passed by the system's clock. Bids can no longer be submitted, replaced or withdrawn.",
  "bid.not_open": "This tender does not take bids now.",
  "bid.not_sealed":
    "What arrived was not properly sealed and was not kept. Please reload the page and submit again.",
  "bid.deadline_changed":
    "The tender has just been amended, so the bid must be sealed anew. Please reload, check and submit again.",
  "bid.confirmed_late":
    "The deadline has passed. A bid that was not confirmed has dropped out and cannot be confirmed any more.",
  "bid.amended_again":
    "The tender has just been amended again. Please read the latest amendment first, then confirm your bid.",
  "tender.negative_list": "The title falls under something that may not be bought as a service.",
  "negative_list.not_whole":
    "A line lacks its item or the words that give it away. Please write one item a line: 事项：词、词.",
  "objection.own": "You are the supplier who was asked, and cannot object to yourself.",
  "objection.not_now": "The result does not stand in public now, so there is nothing to object to.",
  "objection.over": "The time for objections is over.",
  "objection.already_open":
    "Your earlier objection is not decided yet; after that you may object again.",
  "objection.decided": "This objection is decided already, and stays so.",
  "objection.not_impartial": "You recommended this supplier; another approver has to decide.",
  "objection.challenge_open":
    "A challenge is open; the objection can be upheld once that is settled.",
  "consultation.no_need":
    "The draft does not say what is needed yet, so it cannot be opened for comment. Please fill in the need first.",
  "consultation.too_short":
    "Comments have to be taken for as many working days as the rules ask. Please choose a later last day.",
  "consultation.over": "The time for comments is over.",
  "consultation.personal_data":
    "There is a telephone or ID number in it. This will be public; please take it out.",
  "consultation.replied": "This comment has a reply already, and gets only one.",
  "consultation.no_changes":
    "The draft is open for comment and cannot be changed meanwhile. Take it back first.",
  "consultation.still_running":
    "The draft is still open for comment and cannot be sent to review yet.",
  "consultation.unanswered":
    "Some comments have no reply yet. Reply to all of them before you send the draft to review.",
  "calendar.past": "A day that has passed cannot be changed any more.",
  "calendar.unchanged": "The calendar says so already; there is nothing to change.",
  "tender_amendment.final_offers":
    "Final offers are being called for, and the call said what changed: the tender file can no longer be amended.",
  "tender_amendment.too_late": "Only a tender that still takes bids can be amended.",
  "tender_amendment.nothing_changed":
    "This is the same as the tender says now; there is nothing to amend.",
  "tender_amendment.another_open":
    "Another amendment waits for approval. Please decide or withdraw that one first.",
  "tender_amendment.own_proposal":
    "You proposed this amendment yourself, so another approver has to approve it.",
  "tender_amendment.not_a_slip":
    "A change of quantity, unit, ceiling, period or deadline is no slip of the pen. Please propose it as a material amendment.",
  "tender_amendment.deadline_earlier": "The deadline can be put off, but not brought forward.",
  "tender_amendment.too_short":
    "A material amendment puts the deadline off by a number of days that the rules set. Please choose a later deadline.",
  "tender_amendment.slip_too_late":
    "There is less than a day left, too little for bidders to confirm, so the wording stays as it is. If it has to be changed, propose a material amendment with a later deadline.",
  "tender_amendment.service_before_close": "The service has to start after the new deadline.",
  "tender_amendment.ends_before_start": "The service cannot end before it starts.",
  "question.asked_late": "The deadline has passed; questions can no longer be asked.",
  "opening.too_early": "The deadline has not come yet; bids cannot be opened.",
  "opening.too_few": "There are too few bids to open. An officer may declare the tender failed.",
  "opening.enough": "There are enough bids: they are to be opened.",
  "opening.turn_taken":
    "You have already released your share of the key. The other opener comes next.",
  "opening.no_key":
    "You have not set an opening passphrase yet, or you are no opener of this tender.",
  "opening.opener_first":
    "An opener must release her share first; then the platform may stand in for the other.",
  "opening.wrong_passphrase":
    "The passphrase is wrong, and nothing has changed. Capitals and spaces count.",
  "opening.key_in_use":
    "Tenders still wait to be opened with your present passphrase. You can set a new one after that.",
  "offer.contract_not_active":
    "Services can be set up and published only while the contract is in force.",
  "offer.nobody_delivers":
    "Nobody is named for this service yet. Name staff with working hours first, then publish.",
  "offer.no_sessions": "No session is open yet. Open sessions first, then publish.",
  "service_session.below_taken": "There cannot be fewer seats than have been booked.",
  "worker.hours_overlap": "Two shifts of one day overlap. Please check the times.",
  "programme.name_taken": "The office already has a subsidy of this name. Please choose another.",
  "booking.full":
    "All places in this session are taken, so nothing was booked. Please choose another session.",
  "booking.taken":
    "This time has just been taken, so nothing was booked. Please choose another time.",
  "booking.same_time":
    "You already have a booking at that time and cannot be in two places at once.",
  "booking.too_soon": "It is too close to the start to book this time. Please choose a later one.",
  "booking.too_far": "Bookings for that day are not open yet. Please choose an earlier day.",
  "booking.offer_closed": "This service does not take bookings at the moment.",
  "booking.outside_communities": "This service is not for your community.",
  "booking.price_changed":
    "The subsidy left has just changed and you would pay more, so nothing was booked. Please look at the new price before you confirm.",
  "booking.address_needed": "Please give the address, so that the worker can find your home.",
  "booking.started":
    "The service has started, so it can no longer be cancelled or moved. If something is wrong, please call the help line.",
  "booking.too_late_to_move":
    "It is too late to move this booking. You can still cancel it, or call the help line.",
  "booking.programme_over":
    "On that day the subsidy no longer applies and the price would change, so the booking cannot be moved there. You can cancel it and book again.",
  "panel.too_small": "The panel is too small: at least 3 people (5 under the statutory procedure).",
  "panel.not_odd": "The panel must be an odd number. Please add or drop one person.",
  "panel.without_resident": "The panel needs at least one resident representative.",
  "panel.without_witness": "This method needs a witness on the panel.",
  "bid.not_in_talks": "Only organizations that took part in the talks can submit a final offer.",
  "talks.not_now": "These are not the days of talks, so their record can no longer be changed.",
  "talks.bid_out": "This organization is out; there are no talks with it any more.",
  "talks.held_when": "Talks are held after the opening and before now.",
  "talks.declarations_missing":
    "A panel member has not yet declared whether she has a conflict of interest, so the talks cannot begin.",
  "final_call.none": "The call for final offers has not been written yet.",
  "final_call.too_few": "Too few organizations are left in the talks to call for final offers.",
  "final_call.talks_missing":
    "One organization has no record of talks. Final offers are called for once all have been talked with.",
  "final_call.too_soon":
    "The deadline for final offers leaves fewer working days than the rules ask. Write the call anew.",
  "final_call.own": "You wrote this call, so another approver has to make it.",
  "scores.before_final":
    "The talks are still on. Scores are given once the final offers are in and opened.",
  "report.before_final":
    "The talks are still on with organizations enough, so there is no report to sign yet.",
  "method.not_allowed": "The method is not allowed at this value. Send the draft back.",
  "method.over_cap": "The ceiling is above what this method may cost. Send the draft back.",
  "evidence.not_asked": "Only a direct purchase takes evidence.",
  "evidence.too_many": "At most 10 files are taken as evidence. Remove one that is not needed.",
  "direct.over_cap":
    "With this purchase the organization would get more by direct purchases in a year than is allowed.",
  "direct.unknown_organization":
    "No verified organization on the platform has this credit code. Please check it.",
  "tender.caps_over_ceiling": "The winners’ contract values come to more than the ceiling.",
  "tender.split":
    "Like purchases of the same budget item that were not open reach, with this one, the value that must be bought openly. They cannot be split.",
  "thresholds.not_whole":
    "The bands have to rise, the last has no limit, and each allows some method.",
  "method.not_offered": "This set of rules does not offer that method. Please choose another.",
  "panel.without_outsider":
    "Besides the resident representative, the panel needs somebody from outside the office, such as an expert.",
  "panel.too_few_experts": "At least two thirds of the panel must be experts.",
  "panel.pool_too_small": "The pool must be larger than the number drawn: choose more people.",
  "panel.drawn_already": "Experts have been drawn for this tender; that is done once.",
  "panel.drawn_late": "A member has handed in her scores already: it is too late to draw experts.",
  "panel.not_as_drawn": "The panel's experts must be the ones drawn by lot: name them.",
  "panel.named_twice": "A person can sit on the panel only once.",
  "panel.chair_not_member": "The chair must be a member of the panel.",
  "panel.not_of_office": "Only people registered as panel members of this office can be named.",
  "panel.barred_member":
    "One of these people declared a conflict of interest and stepped back. Please name somebody else.",
  "panel.handed_in_stays": "A member who has handed in scores cannot be replaced.",
  "panel.scores_in": "All scores are in, so the panel cannot change any more.",
  "panel.declare_first": "Please declare first whether you have a conflict of interest.",
  "panel.declared_already":
    "Your declaration stands and cannot be changed. If something has changed, please tell the officer.",
  "panel.works_for_bidder":
    "You work for one of the bidders, so you must step back: please choose “I have a conflict”.",
  "panel.barred": "You declared a conflict of interest; others judge this tender.",
  "panel.not_chair": "The chair of the panel does this.",
  "panel.handed_in": "Your scores are handed in and cannot be changed.",
  "scores.out_of_range":
    "A score lies between 0 and the criterion's points, with at most two decimals.",
  "scores.not_all_in": "Not every member has handed in yet; scores can be changed once all have.",
  "scores.unchanged": "That is the score as it stands; there is nothing to change.",
  "scores.missing":
    "Some scores are missing. Please score each bid on each criterion before you hand in.",
  "low_bid.asked_already": "This bidder has been asked already; wait for its answer.",
  "low_bid.too_soon": "That is too soon: give the bidder 24 hours at least.",
  "low_bid.ask_first": "Ask the bidder to explain its price first, then decide.",
  "low_bid.waiting":
    "The bidder still has time to explain. Decide once it has, or when its time is over.",
  "low_bid.too_late": "The time to explain is over; the panel decides by what it has.",
  "low_bid.explained_already": "You have explained it already, and that cannot be changed.",
  "low_bid.not_low": "This bid's price is not suspiciously low, so nothing has to be explained.",
  "report.declarations_missing":
    "A member has not declared yet whether there is a conflict, so the report cannot be signed.",
  "report.scores_missing": "A member has not handed in scores yet, so the report cannot be signed.",
  "report.low_bids_undecided":
    "For a suspiciously low bid the explanation and the panel's decision are not recorded yet, so the report cannot be signed.",
  "recommendation.no_report": "The panel's report is not signed yet.",
  "recommendation.first_only":
    "The statutory procedure allows only the first of the ranking; nobody may be left out.",
  "recommendation.wrong_number":
    "Recommend as many as the tender has winners, or every ranked bid where there are fewer.",
  "recommendation.reason_missing":
    "This is not the first of the ranking. Please give the reason; it will be public.",
  "publicity.own_recommendation":
    "You made this recommendation yourself, so another approver has to publish it.",
  "contract.signed_already": "Your side has signed already.",
  "contract.over_ceiling":
    "The contract's value is above the ceiling, so it cannot come into force.",
  "contract.signing_over":
    "The time to sign is over: the winner counts as declining. The office turns to the next in rank or buys anew.",
  "tender.suspended":
    "This tender is suspended: nothing goes on until it is resumed. Every period stands still and is moved by that time.",
  "suspension.already": "This tender is suspended already.",
  "suspension.not_under_way":
    "A tender can be suspended from its publication until the contract is signed.",
  "suspension.none": "This tender is not suspended.",
  "suspension.by_supervisor":
    "The supervisor suspended this tender; only a supervisor lets it go on.",
  "terms.answered": "Your side has answered already, and an answer is not changed.",
  "terms.challenge_open": "A challenge is still open. Please answer once it is settled.",
  "terms.own_recommendation":
    "You recommended it yourself: another approver has to decide to say no.",
  "pass_over.whom": "Several have won: choose which one does not sign.",
  "pass_over.signed": "Both sides have signed this contract, so it binds both.",
  "pass_over.challenge_open": "A challenge is still open, so the next rank cannot move up for now.",
  "cancel.challenge_open":
    "A challenge is still open, so the tender cannot be cancelled. Answer and decide it first.",
  "contract.challenge_open": "A challenge is still open, so the contract cannot be signed for now.",
  "challenge.not_bidder":
    "Only an organization that bid can challenge how the tender was handled or how it came out.",
  "challenge.over":
    "The contract is signed or the tender is over: it cannot be challenged any more.",
  "challenge.too_early":
    "The bids are not opened or the result is not published yet, so there is nothing to challenge.",
  "challenge.too_late": "The period for a challenge is over.",
  "challenge.already_open":
    "Your challenge on this matter is still open; another one can be filed once it is settled.",
  "challenge.personal_data":
    "The text to be published holds a phone number, an ID number or a mail address. Please take it out.",
  "challenge.answer_too_late":
    "The period for an answer is over, so it can no longer be answered or decided. The challenger may go to the supervisor.",
  "challenge.own_answer": "You wrote this answer, so another approver decides.",
  "challenge.own_work": "The challenge is about your own work, so another approver decides.",
  "challenge.own_decision":
    "You took part in this answer or decision, so another supervisor decides.",
  "challenge.answer_awaited": "The office still has time to answer. Please wait for its answer.",
  "challenge.escalated_too_late": "The period for going to the supervisor is over.",
  "amendment.not_active": "Only a contract in force can be amended.",
  "amendment.over_limit":
    "All increases together would exceed the permitted part of the value first signed (usually 10 %). What is more has to be bought separately. Reductions do not make room for increases.",
  "amendment.no_quantity": "The quantity must stay at least 1.",
  "amendment.ends_before_start": "The new last day cannot be before the first.",
  "amendment.below_booked":
    "Residents have already booked, confirmed or been paid for more than that. The value cannot go so low.",
  "amendment.claimed_meanwhile":
    "A milestone was claimed since this was proposed, so the payments no longer fit. Please withdraw it and propose it again.",
  "amendment.part_needed":
    "Earlier milestones left something over: at least one unclaimed milestone has to remain for it.",
  "amendment.another_open":
    "Another amendment of this contract is not finished. Complete or withdraw it first.",
  "amendment.own_proposal": "You proposed this amendment; another approver has to agree to it.",
  "termination.proposed": "Somebody has already proposed to terminate this contract.",
  "termination.none": "No termination of this contract is waiting.",
  "termination.not_mutual": "The office decides this termination; the organization need not sign.",
  "termination.own_proposal": "You proposed the termination; another approver has to confirm it.",
  "termination.not_agreed": "A termination by agreement waits for the organization's signature.",
  "closing.bookings_open":
    "Some bookings are still open (to be served, confirmed or settled), so the contract cannot be closed.",
  "closing.claims_open":
    "A claim is undecided, or an accepted milestone is unpaid, so the contract cannot be closed.",
  "closing.unclaimed":
    "Residents have confirmed services that the organization has not claimed yet. Ask it to claim first.",
  "closing.still_running":
    "The contract is still running and its milestones are not all paid. To end it early, terminate it.",
  "milestones.count": "A contract has one to four payments.",
  "milestones.cap": "Each payment must be more than zero.",
  "milestones.sum": "The payments must add up to the contract's value.",
  "milestones.order": "Payments must fall due one after another, on different days.",
  "milestones.period": "Payments must fall due within the service period.",
  "milestones.signed": "One side has signed, so the payments cannot be changed.",
  "tender.not_ready":
    "Something is still missing or not allowed. Please complete the points listed, then submit again.",
  "tender.too_few_days":
    "Too few days are left until the deadline for bids. Please send it back so that the deadline can be moved.",
  "tender.own_work":
    "Whoever wrote a project cannot approve it. Another approver has to publish it.",
  "question.not_bidder": "Only an organization that bid can ask about the result.",
  "question.closed": "Bidding has closed; questions can no longer be answered.",
  "question.answered": "Somebody has already answered this question.",
  "criteria.not_allowed":
    "These criteria are not allowed: the points must add up to 100, with exactly one price criterion within its bounds.",
  "import.empty": "The file is empty. Please check it and choose again.",
  "import.too_large":
    "The file is too large (2 MB at most). Please remove sheets or pictures that are not needed.",
  "import.not_a_list": "This is not a list. Please upload a CSV or Excel (.xlsx) file.",
  "import.old_excel":
    "This is an old Excel file (.xls). Please save it as .xlsx or CSV in Excel and upload that.",
  "import.damaged":
    "The Excel file cannot be opened: it may be damaged or protected by a password. Please save a copy and upload that.",
  "import.quotes":
    "The CSV file has a double quote without its partner, so its columns cannot be told apart. Please check it, or save it as Excel (.xlsx).",
  "import.no_headings":
    "No headings were found. One of the first 10 rows must name the columns: 项目名称 and others, such as 服务内容 or 预算（万元）.",
  "import.no_rows": "There is no project under the headings. Is this the right file?",
  "import.too_many_rows":
    "At most 500 projects can be imported at once. Please upload several files.",
  "import.nothing":
    "No row can be imported. Please mend the file as the sentences say and upload it again.",
  "booking.wrong_pin":
    "That is not the PIN. Please ask the resident to look at the four digits on the card again.",
  "booking.too_early_to_check_in": "It is too early: check-in opens an hour before the start.",
  "booking.too_late_to_check_in":
    "Half an hour has passed since the start without a check-in; it can no longer be checked in.",
  "booking.wait_for_resident":
    "Please wait a little: only ten minutes after the agreed time may the resident be marked as not there.",
  "booking.too_late_to_miss":
    "Nobody checked in within half an hour of the start, so this counts as the worker not coming.",
  "booking.address_later":
    "The address and the note can be read from the day before until the service is over.",
  "copayment.nothing_due": "The resident owes nothing for this service.",
  "copayment.not_now": "The payment can be recorded once the resident has been checked in.",
  "copayment.recorded_already": "This payment has already been recorded.",
  "review.not_yet": "You can rate it once you have confirmed or disputed it.",
  "review.closed": "Fourteen days have passed since the service; it can no longer be rated.",
  "review.fixed":
    "The rating is more than 48 hours old, or has been answered; it can no longer be changed.",
  "review.answered_already": "This rating has already been answered. There is one answer to each.",
  "milestone.earlier_first":
    "The milestone before it has not been accepted yet. This one can be claimed after that.",
  "milestone.not_due":
    "The last milestone can be claimed once it is due, so that later services can still be paid for.",
  "milestone.contract_not_active": "Payment can be claimed only while the contract is in force.",
  "milestone.nothing_to_claim":
    "There is nothing to claim yet: a service counts once the resident has confirmed it and her share is recorded.",
  "milestone.answered_already": "You have already answered. Thank you.",
  "milestone.sample_waiting":
    "Fewer than half of the residents who were asked have answered; it cannot be accepted yet.",
  "milestone.nothing_confirmed": "No confirmed service is left in this claim. Please send it back.",
  "milestone.own_acceptance":
    "Whoever accepted a milestone cannot pay it. Another finance colleague has to.",
  "file.empty": "The file is empty. Please check it and choose again.",
  "file.too_large":
    "The file is too large: at most 5 MB each. Please make it smaller or scan it again.",
  "file.not_accepted":
    "Only PDF, JPG and PNG files are taken. Renaming does not help: please save it in one of these formats.",
  "file.too_many": "Those are too many files. Please leave some out.",
  "file.infected":
    "The security scan found something in this file, so it was not kept. Please check your computer and send a clean copy.",
  "file.not_scanned":
    "The security scan is not available just now, so the file was not kept. Please try again in a few minutes.",
  "batch.nothing": "Choose what is to be paid, at most 500 payments in one batch.",
  "batch.in_another":
    "Some of what you chose is in another batch or paid already. Please reload and choose again.",
  "batch.own_acceptance": "You accepted some of what you chose, so somebody else has to pay it.",
  "batch.no_account": "Some of the organizations you chose have not given a bank account yet.",
  "batch.answered": "The bank has answered already, so this batch cannot be withdrawn any more.",
  "result.no_headings":
    "No headings found. One of the first ten rows must name 流水号 (serial), 金额 (amount) and 结果 (result).",
  "result.no_rows":
    "There is nothing below the headings. Please check whether this is the right file.",
  "result.wrong_rows":
    "Some rows do not match this batch, and nothing was recorded. Please check those listed with the bank and upload the file again.",
  "milestone.in_batch":
    "This payment is in a batch and waits for the bank’s answer. It cannot be recorded by hand as well, or it might be paid twice.",
  "resident.known":
    "Somebody of the same name and birthday is registered in this community already. Please look in the list first, so that nobody is registered twice.",
};
