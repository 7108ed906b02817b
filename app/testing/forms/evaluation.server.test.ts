import { checkForms } from "./check-forms.server.ts";
import { evaluationRows } from "./evaluation-rows.server.ts";

checkForms(evaluationRows);
