import { checkForms } from "./check-forms.server.ts";
import { moneyRows } from "./money-rows.server.ts";

checkForms(moneyRows);
