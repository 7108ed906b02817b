import { and, asc, eq, exists, isNotNull, ne, or, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { readFile, type StoredFile } from "#app/domain/files/read.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bidAttachments, bids } from "#db/schema/bids.ts";
import { files } from "#db/schema/files.ts";
import { panelMembers, tenders } from "#db/schema/tenders.ts";

/** The files of a tender's opened bids that the reader may open: the confidential ones are for the panel alone. */
export async function listAttachments(by: OfficeStaff, tenderId: Id<"tender">) {
  return await db
    .select({
      id: bidAttachments.id,
      bidId: bidAttachments.bidId,
      digest: bidAttachments.digest,
      confidential: bidAttachments.confidential,
      problem: bidAttachments.problem,
      name: files.name,
      size: files.size,
      scan: files.scan,
    })
    .from(bidAttachments)
    .innerJoin(bids, eq(bids.id, bidAttachments.bidId))
    .innerJoin(tenders, eq(tenders.id, bidAttachments.tenderId))
    .leftJoin(files, eq(files.id, bidAttachments.fileId))
    .where(and(eq(bidAttachments.tenderId, tenderId), mayRead(by)))
    .orderBy(asc(bidAttachments.bidId), asc(bidAttachments.position));
}

export type ListedAttachment = Awaited<ReturnType<typeof listAttachments>>[number];

/** One such file; undefined for whoever may not open it. */
export async function findAttachment(
  by: OfficeStaff,
  tenderId: Id<"tender">,
  attachmentId: Id<"bid_attachment">,
): Promise<StoredFile | undefined> {
  const [found] = await db
    .select({ fileId: bidAttachments.fileId })
    .from(bidAttachments)
    .innerJoin(tenders, eq(tenders.id, bidAttachments.tenderId))
    .where(
      and(
        eq(bidAttachments.id, attachmentId),
        eq(bidAttachments.tenderId, tenderId),
        isNotNull(bidAttachments.fileId),
        mayRead(by),
      ),
    );
  return found?.fileId ? await readFile(found.fileId) : undefined;
}

/** Of the reader's office, after the opening; the confidential ones for members of the panel without a conflict. */
function mayRead({ officeId, userId }: OfficeStaff) {
  const seat = db
    .select({ one: sql`1` })
    .from(panelMembers)
    .where(
      and(
        eq(panelMembers.tenderId, bidAttachments.tenderId),
        eq(panelMembers.userId, userId),
        or(sql`${panelMembers.conflict} is null`, ne(panelMembers.conflict, true)),
      ),
    );
  return and(
    eq(tenders.officeId, officeId),
    isNotNull(tenders.openedAt),
    or(sql`coalesce(${bidAttachments.confidential}, false) = false`, exists(seat)),
  );
}
