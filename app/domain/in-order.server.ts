import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** What a list's heading asks for: by which of its columns, and which way. */
export type Sort<By extends string> = { by: By; descending: boolean };

type Order = {
  key: SQLWrapper;
  /** Decides between rows with the same key. */
  id: SQLWrapper;
  descending: boolean;
  /** Where the key of the row `after` is read again: what follows `from` in SQL. */
  from: SQL;
  after?: string | undefined;
};

/** How a list is ordered, and where its page begins after the row that ended the page before. */
export function inOrder({ key, id, descending, from, after }: Order) {
  const way = descending ? sql`desc` : sql`asc`;
  const last = sql`(select ${key}, ${id} from ${from} where ${id} = ${after})`;
  return {
    orderBy: sql`${key} ${way}, ${id} ${way}`,
    beyond: after ? sql`(${key}, ${id}) ${descending ? sql`<` : sql`>`} ${last}` : undefined,
  };
}
