import { checkForms } from "./check-forms.server.ts";
import { organizationRows } from "./organization-rows.server.ts";

checkForms(organizationRows);
