import type { errors as source } from "../zh/errors.ts";

export const errors: typeof source = {
  form: {
    title: "Something needs changing",
    stale:
      "Part of this page is missing; it may have been open for too long. Please open it again and fill it in anew.",
  },
  named: (label, error) => (label ? `${label.replace(/\?$/, "")}: ${error}` : error),
  movedOn: {
    words: "This step has been taken already, or its time has not come.",
    look: "See how things stand",
  },
  page: {
    notFound: {
      title: "We cannot find this page",
      words: "The address may be mistyped, the page may have moved, or it is not yours to see.",
    },
    forbidden: {
      title: "You cannot open this page",
      words: "You need to be signed in with another role to see it.",
    },
    conflict: {
      title: "Things have just changed",
      words:
        "Somebody has changed this, and nothing you sent took effect. Go back, look, try again.",
    },
    tooMany: {
      title: "Please wait a moment",
      words: "Too many tries. Try again in a few minutes.",
    },
    fault: {
      title: "Something went wrong on our side",
      words:
        "It is not your fault and has been recorded. What you sent may not have taken effect; please try again later.",
    },
    unavailable: {
      title: "The service is away for a moment",
      words:
        "It is coming back and nothing is lost. Try again in a few minutes, or call if it is urgent.",
    },
    badRequest: {
      title: "We did not understand this request",
      words: "Go back to the page before, fill it in again and resend it.",
    },
    reference: "Reference number",
    home: "Go to the home page",
    services: "Find a service",
  },
};
