import type { secondFactor as zh } from "../zh/second-factor.ts";

export const secondFactor: typeof zh = {
  title: "Second factor",
  lead: "To sign in and to sign contracts you give, besides your password, six digits from your phone. Whoever learns your password still cannot sign for you.",
  off: "Not set up yet. Do it before you sign a contract.",
  on: (since) => `In use since ${since}.`,
  codesLeft: (count) => `Unused recovery codes: ${count}.`,
  start: "Set it up",
  newPhone: "Change to another phone",
  newCodes: "Make new recovery codes",
  code: "Code",
  codeHint:
    "The six digits in your authenticator; each works once. Without your phone, give a recovery code.",
  demo: "Demo accounts have no phone. The code that works now is",
  demoWait: "The demo code has just been used. Please wait half a minute and refresh.",
  missing: "Signing takes a code from your phone, and you have not set that up yet.",
  goSetUp: "Set up the second factor",
  key: {
    title: "Set up the second factor",
    lead: "Install an authenticator on your phone (any that does TOTP), then press the button.",
    again:
      "First show with a present code or a recovery code that it is you. The old phone works until the new one does.",
    submit: "Show the key",
  },
  enrolment: {
    title: "Scan, then type the code",
    lead: "Scan the picture with your authenticator; if you cannot, type in the key.",
    picture: "QR code for an authenticator",
    text: "Key",
    first: "The code on your phone",
    firstHint: "Six digits; they change every half minute.",
    submit: "Turn it on",
  },
  codes: {
    title: "Recovery codes",
    lead: "If your phone is lost or replaced, a recovery code stands in for the code. Each works once.",
    renewLead: "The earlier recovery codes will work no more.",
    once: "They are shown this once. Print them or write them down, and keep them apart from your phone.",
    submit: "Make new recovery codes",
    done: "I have put them away",
  },
  signIn: {
    title: "Type the code",
    lead: "Your password is right. Now the code from your phone, please.",
    submit: "Sign in",
    lost: "Neither phone nor recovery codes at hand? Call the help line: we check who you are and set it up anew.",
  },
};
