import type { organizations as source } from "../zh/organizations.ts";

export const organizations: typeof source = {
  standing: {
    waiting: "Waiting for verification",
    verified: "Verified",
    rejected: "Not verified",
  },
  kinds: {
    social_group: "Social group",
    social_service: "Social service agency",
    foundation: "Foundation",
    other: "Other body",
  },
  facts: {
    name: "Name",
    creditCode: "Unified social credit code",
    kind: "Kind",
    introduction: "About the organization",
    contactName: "Contact person",
    contactPhone: "Contact telephone",
    registeredAt: "Registered",
    verifiedAt: "Verified",
  },
  nav: {
    label: "Organization",
    home: "Home",
    tenders: "Tenders",
    contracts: "Contracts",
    offers: "Offers",
    workers: "Workers",
    bookings: "Bookings",
    reviews: "Reviews",
  },
  register: {
    title: "Register an organization",
    lead: "Register here to deliver community services that a street office buys. Once the platform has verified your certificate you can ask questions and bid; until then you can look around.",
    organization: "The organization",
    nameHint: "As it stands on the registration certificate.",
    creditCodeHint:
      "The 18 characters on the certificate: digits and capital letters, without I, O, S, V and Z.",
    introductionHint:
      "A few sentences on the services you have delivered. Public once you are verified.",
    contact: "Contact",
    contactHint: "For the platform's check and for the street office; never public.",
    manager: "Account of the first manager",
    managerHint: "Bids and contracts are signed with this account. Colleagues can join later.",
    managerName: "Your name",
    account: "Account",
    accountHint:
      "A mobile number, or 4 to 40 letters, digits or Chinese characters; you sign in with it.",
    password: "Password",
    passwordHint:
      "At least 8 characters. A sentence that only you would think of is best; pasting is fine.",
    passwordAgain: "The password once more",
    submit: "Register",
    signIn: "Registered already? Sign in",
  },
  registration: {
    title: "Registration details",
    lead: "Put the details right and send them again; the platform will check them once more.",
    submit: "Send for verification again",
  },
  home: {
    title: (name) => name,
    waiting: {
      title: "The platform is verifying your organization",
      words:
        "This usually takes up to two working days. Until then you can read tenders and questions, but not ask or bid.",
      change: "Change the details",
    },
    rejected: {
      title: "Your organization was not verified",
      words: (reason) => `The reason: ${reason}`,
      change: "Put it right and send again",
    },
    tasks: {
      sign: (title) => `Sign the contract: ${title}`,
      milestone: (contract, name) => `Claim a payment: ${contract}, ${name}`,
      milestoneSentBack: (contract, name) =>
        `A claim was sent back; complete it and claim again: ${contract}, ${name}`,
      due: (day) => `Due on ${day}`,
      answered: (title) => `Your question was answered: ${title}`,
      closing: (title) => `Closes soon, no bid yet: ${title}`,
      reviews: (count) => `Reply to residents: ${count}`,
    },
    bids: "Your running bids",
    bidsEmpty: "You have no running bids. See which tenders are open.",
    contracts: "Your running contracts",
    contractsEmpty: "You have no running contracts. They appear here once you have won and signed.",
    seeTenders: "See tenders",
    contract: "Contract",
    number: "Number",
    value: "Value",
    endsOn: "Ends on",
  },
  list: {
    title: "Organizations",
    lead: "Organizations whose certificates the platform has verified and who may deliver services.",
    words: "Name",
    verifiedAt: "Verified",
    empty: "No such organization. Try another word, or clear the filter to see all.",
    register: "Register an organization",
  },
  page: {
    contracts: "Contracts",
    contractsEmpty: "No contract has been signed on this platform yet.",
    office: "Bought by",
    period: "Period",
    to: (from, to) => `${from} to ${to}`,
    rating: "What residents say",
  },
  platform: {
    nav: { label: "Platform", home: "Home", rules: "Buying rules", mail: "Undelivered" },
    home: {
      title: "Running the platform",
      waitingEmpty: "No organization is waiting to be verified.",
      task: (name) => `Verify: ${name}`,
      registered: (instant) => `Registered ${instant}`,
      openings: "Openings that lack one opener",
      openingsNote:
        "Once one opener has released her share and the other cannot come, the platform may stand in for her and complete the opening.",
      openingsEmpty: "No opening needs the platform.",
      openingTask: (title) => `Stand in for a missing opener: ${title}`,
    },
    check: {
      howTo: "How to check",
      steps:
        "Look the code up in the public register of social organizations: compare name, standing (normal) and kind. Then call the contact number and make sure that the organization itself registered.",
      verify: "Verify",
      verifyTitle: (name) => `Verify ${name}`,
      verifyWords:
        "Its name, code and introduction become public at once, and it can ask questions and bid.",
      reject: "Do not verify",
      rejectTitle: (name) => `Do not verify ${name}`,
      reason: "Reason",
      reasonHint: "The organization reads this: say what is wrong and how to put it right.",
      rejectSubmit: "Reject and tell the reason",
      decided: "This organization is verified.",
      rejected: "The reason has been told; the organization can put it right and send again.",
    },
  },
};
