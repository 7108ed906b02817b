import { checkForms } from "./check-forms.server.ts";
import { consultationRows } from "./consultation-rows.server.ts";

checkForms(consultationRows);
