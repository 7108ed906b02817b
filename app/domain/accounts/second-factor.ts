import type { Manager, OfficeStaff, Operator } from "../act.ts";

/** Who may have a second factor: everybody who decides, signs or runs the platform. */
export type Holder = OfficeStaff | Manager | Operator;

/** In whose chain of records her second factor is noted: the office's, else the platform's. */
export const officeOf = (by: Holder) => ("officeId" in by ? by.officeId : null);
