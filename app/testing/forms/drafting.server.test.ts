import { checkForms } from "./check-forms.server.ts";
import { draftingRows } from "./drafting-rows.server.ts";

checkForms(draftingRows);
