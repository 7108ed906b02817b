import { and, asc, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Manager, Operator } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { organizations } from "#db/schema/organizations.ts";
import { type GivenGrade, isGrade } from "./document.ts";

export type ListedDocument = Awaited<ReturnType<typeof listOwnDocuments>>[number];

/** The reader's own organization's documents, newest first. */
export const listOwnDocuments = (by: Manager) => listDocuments(by.organizationId);

/** Any organization's documents, for the operator who checks them. */
export const listDocumentsToRead = (_by: Operator, organizationId: Id<"organization">) =>
  listDocuments(organizationId);

const listDocuments = (organizationId: Id<"organization">) =>
  db
    .select({
      id: organizationDocuments.id,
      kind: organizationDocuments.kind,
      grade: organizationDocuments.grade,
      expiresOn: organizationDocuments.expiresOn,
      state: organizationDocuments.state,
      addedAt: organizationDocuments.addedAt,
      openedAt: organizationDocuments.openedAt,
      rejectedReason: organizationDocuments.rejectedReason,
      fileName: files.name,
      size: files.size,
      digest: files.digest,
      scan: files.scan,
    })
    .from(organizationDocuments)
    .innerJoin(files, eq(files.id, organizationDocuments.fileId))
    .where(
      and(
        eq(organizationDocuments.organizationId, organizationId),
        ne(organizationDocuments.state, "removed"),
      ),
    )
    .orderBy(desc(organizationDocuments.id));

/** Documents of verified organizations that wait for the operator, longest first. */
export async function listDocumentsToCheck(_by: Operator) {
  return await db
    .select({
      id: organizationDocuments.id,
      kind: organizationDocuments.kind,
      addedAt: organizationDocuments.addedAt,
      organizationId: organizations.id,
      organization: organizations.name,
    })
    .from(organizationDocuments)
    .innerJoin(organizations, eq(organizations.id, organizationDocuments.organizationId))
    .where(and(eq(organizationDocuments.state, "waiting"), isNotNull(organizations.verifiedAt)))
    .orderBy(asc(organizationDocuments.addedAt))
    .limit(100);
}

const lastAccepted = (column: "grade" | "expires_on") => sql`(
  select d.${sql.raw(column)} from organization_documents d
  where d.organization_id = organizations.id and d.kind = 'grade' and d.state = 'accepted'
  order by d.checked_at desc, d.id desc limit 1)`;

/** Columns of a query on organizations: the grade that was accepted last. */
export const gradeColumns = {
  grade: sql<number | null>`${lastAccepted("grade")}`,
  gradeExpiresOn: sql<Day | null>`${lastAccepted("expires_on")}::text`,
};

/** The columns put together. */
export const givenGrade = (row: {
  grade: number | null;
  gradeExpiresOn: Day | null;
}): GivenGrade | null =>
  isGrade(row.grade) && row.gradeExpiresOn
    ? { grade: row.grade, expiresOn: row.gradeExpiresOn }
    : null;

/** Holds for an organization whose grade counts on the day and is at least so high. */
export const gradedAtLeast = (grade: number, today: Day) =>
  sql`(${lastAccepted("grade")} >= ${grade} and ${lastAccepted("expires_on")} >= ${today})`;
