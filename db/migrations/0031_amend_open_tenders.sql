CREATE TYPE "public"."tender_amendment_state" AS ENUM('proposed', 'approved', 'dropped');--> statement-breakpoint
ALTER TYPE "public"."bid_state" ADD VALUE 'needs_confirm' BEFORE 'withdrawn';--> statement-breakpoint
ALTER TYPE "public"."bid_state" ADD VALUE 'lapsed';--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'ceiling_up' BEFORE 'claw_back';--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'ceiling_down' BEFORE 'claw_back';--> statement-breakpoint
CREATE TABLE "tender_amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"number" smallint,
	"state" "tender_amendment_state" DEFAULT 'proposed' NOT NULL,
	"slip" boolean NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"deadline_before" timestamp with time zone,
	"deadline_after" timestamp with time zone,
	CONSTRAINT "tender_amendments_one_number" UNIQUE("tender_id","number"),
	CONSTRAINT "tender_amendments_two_people" CHECK ("tender_amendments"."state" <> 'approved' or "tender_amendments"."decided_by" <> "tender_amendments"."proposed_by"),
	CONSTRAINT "tender_amendments_decided_say_when" CHECK (("tender_amendments"."state" = 'proposed') = ("tender_amendments"."decided_at" is null) and ("tender_amendments"."decided_at" is null) = ("tender_amendments"."decided_by" is null)),
	CONSTRAINT "tender_amendments_approved_say_what" CHECK ("tender_amendments"."state" <> 'approved' or ("tender_amendments"."number" is not null and "tender_amendments"."deadline_before" is not null and "tender_amendments"."deadline_after" >= "tender_amendments"."deadline_before" and "tender_amendments"."decided_at" < "tender_amendments"."deadline_before"))
);
--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "confirmed_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tender_amendments" ADD CONSTRAINT "tender_amendments_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_amendments" ADD CONSTRAINT "tender_amendments_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_amendments" ADD CONSTRAINT "tender_amendments_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tender_amendments_one_open" ON "tender_amendments" USING btree ("tender_id") WHERE "tender_amendments"."state" = 'proposed';--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_confirmed_after_sealed" CHECK ("bids"."confirmed_version" >= "bids"."deadline_version");--> statement-breakpoint

-- Who bids is not known to whoever amends: the database asks every bidder whose bid stands to confirm it, and answers nothing.
CREATE FUNCTION ask_bidders_to_confirm(of_tender uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  UPDATE bids b SET state = 'needs_confirm' FROM tenders t
  WHERE t.id = of_tender AND b.tender_id = t.id AND b.state::text = 'submitted'
    AND t.status = 'open' AND t.deadline > clock_now() AND b.confirmed_version < t.deadline_version;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION ask_bidders_to_confirm(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ask_bidders_to_confirm(uuid) TO jiefang_app;--> statement-breakpoint

-- A confirmation says as much of a bid as its submission does.
ALTER POLICY events_read ON events
  USING (name NOT IN ('bid.submitted', 'bid.confirmed', 'bid.withdrawn') OR bid_event_is_visible(detail));--> statement-breakpoint
CREATE OR REPLACE FUNCTION await_sealing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO unsealed_events (transaction, event_id, not_before)
  SELECT e.transaction, e.id, CASE WHEN e.name IN ('bid.submitted', 'bid.confirmed', 'bid.withdrawn') THEN
    (SELECT t.deadline FROM tenders t WHERE t.id = (e.detail ->> 'tenderId')::uuid) END
  FROM added e;
  RETURN NULL;
END $$;--> statement-breakpoint

-- The history of a tender's file: what was decided stays.
CREATE FUNCTION keep_decided_amendment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'proposed' OR (OLD.tender_id, OLD.changes, OLD.reason, OLD.slip, OLD.proposed_by, OLD.proposed_at)
    IS DISTINCT FROM (NEW.tender_id, NEW.changes, NEW.reason, NEW.slip, NEW.proposed_by, NEW.proposed_at) THEN
    RAISE EXCEPTION 'amendment % of a tender stays as it is', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER tender_amendments_stay BEFORE UPDATE OR DELETE ON tender_amendments
  FOR EACH ROW EXECUTE FUNCTION keep_decided_amendment();--> statement-breakpoint

-- A closed fund takes no higher ceiling either.
CREATE OR REPLACE FUNCTION refuse_closed_fund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed uuid[] := ARRAY(SELECT f.id FROM funds f WHERE f.id IN (NEW.fund_id, NEW.to_fund_id) AND f.closed_at IS NOT NULL FOR SHARE);
BEGIN
  IF (NEW.fund_id = ANY(closed) AND NEW.kind::text IN ('allocate', 'allocate_task', 'publish', 'ceiling_up', 'transfer', 'reverse'))
    OR NEW.to_fund_id = ANY(closed) THEN
    RAISE EXCEPTION 'fund % is closed', NEW.fund_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint

-- Auditors count the bids that stood at the deadline.
CREATE OR REPLACE VIEW audit.tenders AS
  SELECT t.id, t.office_id AS office,
    CASE WHEN t.status = 'open' AND t.deadline <= clock_now() THEN 'closed' ELSE t.status::text END AS state,
    t.deadline,
    CASE WHEN t.deadline <= clock_now() THEN (SELECT count(*) FROM bids b WHERE b.tender_id = t.id
      AND b.state::text NOT IN ('withdrawn', 'needs_confirm', 'lapsed')) END AS submitted_bids
  FROM tenders t;
