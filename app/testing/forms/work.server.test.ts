import { checkForms } from "./check-forms.server.ts";
import { workRows } from "./work-rows.server.ts";

checkForms(workRows);
