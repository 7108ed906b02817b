import { checkForms } from "./check-forms.server.ts";
import { residentRows } from "./resident-rows.server.ts";

checkForms(residentRows);
