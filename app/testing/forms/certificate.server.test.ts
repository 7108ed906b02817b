import { certificateRows } from "./certificate-rows.server.ts";
import { checkForms } from "./check-forms.server.ts";

checkForms(certificateRows);
