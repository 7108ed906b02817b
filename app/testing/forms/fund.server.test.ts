import { checkForms } from "./check-forms.server.ts";
import { fundRows } from "./fund-rows.server.ts";

checkForms(fundRows);
