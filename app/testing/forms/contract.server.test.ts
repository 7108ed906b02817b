import { checkForms } from "./check-forms.server.ts";
import { contractRows } from "./contract-rows.server.ts";

checkForms(contractRows);
