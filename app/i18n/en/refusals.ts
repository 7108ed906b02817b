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
  "fund.not_enough": "The fund has too little available for this.",
};
