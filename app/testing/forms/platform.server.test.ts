import { checkForms } from "./check-forms.server.ts";
import { platformRows } from "./platform-rows.server.ts";

checkForms(platformRows);
