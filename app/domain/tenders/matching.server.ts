import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { searchWords } from "#app/domain/search.ts";

/** Whether a title, with its search grams, holds every word of a search; all titles do when nothing is searched for. */
export function holdsWords(grams: SQLWrapper, title: SQLWrapper, search: string): SQL | undefined {
  const conditions = searchWords(search).map(
    (word) =>
      sql`(${grams} @> search_grams(${word}::text) and strpos(lower(${title}), ${word}::text) > 0)`,
  );
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : undefined;
}
