import { sql } from "drizzle-orm";
import { tenders } from "#db/schema/tenders.ts";
import type { TenderStatus } from "./tender.ts";

/** For a query over `tenders`: the tender's own now, which stands still while it is suspended. */
export const tenderNow = sql`tender_clock(${tenders.suspendedAt})`;

/** For a query over `tenders`: the status as of now, which past its deadline is closed even if no timer ran. */
export const statusNow = sql<TenderStatus>`case when ${tenders.status} = 'open' and ${tenders.deadline} <= ${tenderNow}
  then 'closed' else ${tenders.status}::text end`;
