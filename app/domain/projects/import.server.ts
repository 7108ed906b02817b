import { and, eq, inArray, ne } from "drizzle-orm";
import type { Act, Officer, OfficeStaff } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { projectImports, projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type CheckedRow, checkList, isImportable } from "./check-row.ts";
import { insertDrafts } from "./insert-drafts.server.ts";
import { findRows, type ListedRow, recognize } from "./project-list.ts";
import { readCells } from "./read-list.server.ts";

export type UploadedList = { fileName: string; bytes: Uint8Array };

/** Read an office's list and keep it until somebody says yes to its preview; nothing else is changed. */
export async function uploadList(
  act: Act<Officer>,
  { fileName, bytes }: UploadedList,
): Promise<Id<"project_import">> {
  const rows = findRows(await readCells(bytes));
  if (!Array.isArray(rows)) throw new Refusal(`import.${rows}`);
  const { officeId, userId: uploadedBy } = act.by;
  const [made] = await db
    .insert(projectImports)
    .values({ officeId, fileName, rows, uploadedBy, uploadedAt: act.at })
    .returning({ id: projectImports.id });
  if (!made) throw new Error("the list was not kept");
  return made.id;
}

/** The list with everything that is wrong or missing in it. */
export async function findImport({ officeId }: OfficeStaff, importId: Id<"project_import">) {
  const [found] = await db.select().from(projectImports).where(ofOffice(officeId, importId));
  if (!found) return undefined;
  const { fileName, importedAt } = found;
  const list = recognize(found.rows);
  const known = importedAt ? new Set<string>() : await findKnownTitles(db, officeId, found.rows);
  return { fileName, importedAt, list, rows: checkList(list, found.rows, known) };
}

/** Every row without an error becomes a draft; a list that was imported before is left as it is. Tells how many were made. */
export async function confirmImport(
  act: Act<Officer>,
  importId: Id<"project_import">,
): Promise<number> {
  const { officeId, userId: authorId } = act.by;
  return await db.transaction(async (tx) => {
    const [found] = await tx
      .select()
      .from(projectImports)
      .where(ofOffice(officeId, importId))
      .for("update");
    if (!found) throw new Refusal("not_found");
    if (found.importedAt) return 0;
    const rows = checkList(recognize(found.rows), found.rows, new Set()).filter(isImportable);
    if (rows.length === 0) throw new Refusal("import.nothing");
    const origin = { officeId, authorId, at: act.at, importId };
    await insertDrafts(tx, origin, rows.map(draftOf));
    await tx
      .update(projectImports)
      .set({ importedAt: act.at })
      .where(eq(projectImports.id, importId));
    await record(tx, act, officeId, { name: "projects.imported", importId, count: rows.length });
    return rows.length;
  });
}

/** Which of the list's titles the office already has, cancelled ones aside. */
async function findKnownTitles(
  from: Tx | typeof db,
  officeId: Id<"office">,
  rows: readonly ListedRow[],
): Promise<Set<string>> {
  const titles = checkList(recognize(rows), rows, new Set()).map(({ project }) => project.title);
  const found = await from
    .select({ title: projects.title })
    .from(projects)
    .innerJoin(tenders, eq(tenders.projectId, projects.id))
    .where(
      and(
        eq(projects.officeId, officeId),
        inArray(projects.title, titles),
        ne(tenders.status, "cancelled"),
      ),
    );
  return new Set(found.map(({ title }) => title));
}

const ofOffice = (officeId: Id<"office">, importId: Id<"project_import">) =>
  and(eq(projectImports.id, importId), eq(projectImports.officeId, officeId));

const draftOf = ({ project }: CheckedRow) => ({
  ...project,
  communityIds: [],
  serviceType: null,
  fundId: null,
  budgetItem: "",
  startsOn: null,
  endsOn: null,
  deadline: null,
  contractDraft: "",
  openerAId: null,
  openerBId: null,
});
