import { challengeRows } from "./challenge-rows.server.ts";
import { checkForms } from "./check-forms.server.ts";

checkForms(challengeRows);
