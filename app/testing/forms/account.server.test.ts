import { accountRows } from "./account-rows.server.ts";
import { checkForms } from "./check-forms.server.ts";

checkForms(accountRows);
