CREATE TYPE "public"."challenge_state" AS ENUM('filed', 'answered', 'accepted', 'rejected', 'escalated', 'upheld', 'dismissed', 'withdrawn', 'lapsed');--> statement-breakpoint
CREATE TYPE "public"."challenge_subject" AS ENUM('tender_file', 'process', 'result');--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"subject" "challenge_subject" NOT NULL,
	"state" "challenge_state" DEFAULT 'filed' NOT NULL,
	"text" text NOT NULL,
	"published_text" text,
	"filed_at" timestamp with time zone NOT NULL,
	"filed_by" uuid NOT NULL,
	"answer_due_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"escalate_due_at" timestamp with time zone NOT NULL,
	"escalation" text,
	"escalated_by" uuid,
	"escalated_at" timestamp with time zone,
	"ruling_due_at" timestamp with time zone,
	"ruling" text,
	"ruled_by" uuid,
	"ruled_at" timestamp with time zone,
	CONSTRAINT "challenges_decider_did_not_answer" CHECK ("challenges"."decided_by" <> "challenges"."answered_by"),
	CONSTRAINT "challenges_ruler_did_not_decide" CHECK ("challenges"."ruled_by" <> "challenges"."answered_by" and "challenges"."ruled_by" <> "challenges"."decided_by"),
	CONSTRAINT "challenges_decided_say_why" CHECK ("challenges"."state" not in ('accepted', 'rejected') or ("challenges"."answer" is not null and "challenges"."published_text" is not null and "challenges"."decided_by" is not null and "challenges"."decided_at" is not null)),
	CONSTRAINT "challenges_ruled_say_why" CHECK ("challenges"."state" not in ('upheld', 'dismissed') or ("challenges"."ruling" is not null and "challenges"."ruled_by" is not null and "challenges"."ruled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "superseded_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"score_sheet" jsonb NOT NULL,
	"bids" jsonb NOT NULL,
	"report_signed_at" timestamp with time zone NOT NULL,
	"recommended_bid_id" uuid,
	"recommended_reason" text,
	"publicised_at" timestamp with time zone,
	"standstill_ends_at" timestamp with time zone,
	"awarded_at" timestamp with time zone,
	"reason" text NOT NULL,
	"superseded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_suspensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"by_user_id" uuid NOT NULL,
	"by_role" text NOT NULL,
	"until" timestamp with time zone,
	"end_reason" text,
	"ended_by" uuid,
	CONSTRAINT "tender_suspensions_end_after_start" CHECK ("tender_suspensions"."until" >= "tender_suspensions"."from")
);
--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_filed_by_users_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_escalated_by_users_id_fk" FOREIGN KEY ("escalated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_ruled_by_users_id_fk" FOREIGN KEY ("ruled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "superseded_sheets" ADD CONSTRAINT "superseded_sheets_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "superseded_sheets" ADD CONSTRAINT "superseded_sheets_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_suspensions" ADD CONSTRAINT "tender_suspensions_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_suspensions" ADD CONSTRAINT "tender_suspensions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_suspensions" ADD CONSTRAINT "tender_suspensions_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_one_open" ON "challenges" USING btree ("tender_id","organization_id","subject") WHERE "challenges"."state" in ('filed', 'answered', 'escalated');--> statement-breakpoint
CREATE INDEX "challenges_of_tender" ON "challenges" USING btree ("tender_id","filed_at");--> statement-breakpoint
CREATE INDEX "challenges_of_office" ON "challenges" USING btree ("office_id","state");--> statement-breakpoint
CREATE INDEX "superseded_sheets_of_tender" ON "superseded_sheets" USING btree ("tender_id","superseded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_suspensions_one_running" ON "tender_suspensions" USING btree ("tender_id") WHERE "tender_suspensions"."until" is null;--> statement-breakpoint
CREATE INDEX "tender_suspensions_of_tender" ON "tender_suspensions" USING btree ("tender_id","from");--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_suspended_under_way" CHECK ("tenders"."suspended_at" is null or "tenders"."status" in ('open', 'closed', 'evaluating', 'recommended', 'publicised', 'awarded'));--> statement-breakpoint

-- While a tender is suspended its deadline does not come: no bid is shown for a timer that did not stop.
CREATE FUNCTION tender_clock(suspended_at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE
  RETURN coalesce(suspended_at, clock_now());--> statement-breakpoint
CREATE OR REPLACE FUNCTION bid_is_visible(of_tender uuid, of_organization uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_organization = nullif(current_setting('app.organization_id', true), '')::uuid
    OR EXISTS (SELECT FROM tenders t WHERE t.id = of_tender AND t.deadline <= tender_clock(t.suspended_at))
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION bid_is_visible(of_tender uuid, of_organization uuid, of_round smallint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_organization = nullif(current_setting('app.organization_id', true), '')::uuid
    OR EXISTS (SELECT FROM tenders t WHERE t.id = of_tender AND (t.round > of_round OR t.deadline <= tender_clock(t.suspended_at)))
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION bid_event_is_visible(detail jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM tenders t WHERE t.id = (detail ->> 'tenderId')::uuid
      AND (t.round > coalesce((detail ->> 'round')::int, 1) OR t.deadline <= tender_clock(t.suspended_at)))
    OR EXISTS (SELECT FROM bids b WHERE b.id = (detail ->> 'bidId')::uuid
      AND b.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
$$;--> statement-breakpoint
CREATE OR REPLACE VIEW audit.tenders AS
  SELECT t.id, t.office_id AS office,
    CASE WHEN t.status = 'open' AND t.deadline <= tender_clock(t.suspended_at) THEN 'closed' ELSE t.status::text END AS state,
    t.deadline,
    CASE WHEN t.deadline <= tender_clock(t.suspended_at) THEN (SELECT count(*) FROM bids b WHERE b.tender_id = t.id AND b.round = t.round
      AND b.state::text NOT IN ('withdrawn', 'needs_confirm', 'lapsed')) END AS submitted_bids
  FROM tenders t;--> statement-breakpoint
CREATE OR REPLACE FUNCTION ask_bidders_to_confirm(of_tender uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  UPDATE bids b SET state = 'needs_confirm' FROM tenders t
  WHERE t.id = of_tender AND b.tender_id = t.id AND b.state::text = 'submitted'
    AND t.status = 'open' AND t.deadline > tender_clock(t.suspended_at) AND b.confirmed_version < t.deadline_version;
END $$;--> statement-breakpoint

-- A signed score sheet is only taken away when it is kept among the superseded ones, which stay for good.
REVOKE UPDATE, DELETE ON superseded_sheets FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER superseded_sheets_append_only BEFORE UPDATE OR DELETE ON superseded_sheets
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_changed_score_sheet() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.score_sheet IS NULL AND EXISTS (SELECT FROM superseded_sheets s
    WHERE s.tender_id = OLD.id AND s.score_sheet = OLD.score_sheet) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the score sheet of tender % is signed', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
