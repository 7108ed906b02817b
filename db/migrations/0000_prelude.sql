-- What the tables build on: extensions, the application's role, the clock and the search function.
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
DO $$ BEGIN
  CREATE ROLE jiefang_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
-- The owner must be able to become the role, also where it is no superuser.
DO $$ BEGIN
  EXECUTE format('GRANT jiefang_app TO %I', current_user);
EXCEPTION WHEN invalid_grant_operation THEN NULL;
END $$;--> statement-breakpoint
-- One row: by how much the demo's clock runs ahead. Only the owner can make it movable.
CREATE TABLE clock (
  single boolean PRIMARY KEY DEFAULT true CONSTRAINT clock_single_row CHECK (single),
  shift interval NOT NULL DEFAULT interval '0',
  movable boolean NOT NULL DEFAULT false,
  CONSTRAINT clock_real_where_not_movable CHECK (movable OR shift = interval '0')
);--> statement-breakpoint
INSERT INTO clock DEFAULT VALUES;--> statement-breakpoint
-- The clock that every rule asks. Ask it in a statement of its own after taking a lock:
-- it tells the time at which its statement began.
CREATE FUNCTION clock_now() RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT statement_timestamp() + shift FROM clock $$;--> statement-breakpoint
-- Moves the demo's clock; refused where the clock is the real one.
CREATE FUNCTION clock_move(target timestamptz) RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN
    UPDATE clock SET shift = target - statement_timestamp() WHERE movable;
    IF NOT FOUND THEN RAISE EXCEPTION 'this clock cannot be moved' USING ERRCODE = 'insufficient_privilege'; END IF;
    RETURN target;
  END $$;--> statement-breakpoint
-- The 1- and 2-grams of a text in lower case, without spaces and punctuation: Chinese search by GIN.
CREATE FUNCTION search_grams(content text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT coalesce(array_agg(DISTINCT gram), '{}')
    FROM (SELECT regexp_replace(lower(content), '[[:space:][:punct:]，。、；：？！“”‘’（）《》【】—…·]+', '', 'g') AS plain) AS text,
      generate_series(1, greatest(length(plain), 1)) AS at,
      LATERAL (VALUES (substr(plain, at, 1)), (substr(plain, at, 2))) AS grams(gram)
    WHERE gram <> ''
  $$;
