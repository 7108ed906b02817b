import { checkForms } from "./check-forms.server.ts";
import { tenderAmendmentRows } from "./tender-amendment-rows.server.ts";

checkForms(tenderAmendmentRows);
