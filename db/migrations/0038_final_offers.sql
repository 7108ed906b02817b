ALTER TYPE "public"."bid_state" ADD VALUE 'negotiated' BEFORE 'disqualified';--> statement-breakpoint
CREATE TABLE "tender_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"title" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	CONSTRAINT "tender_evidence_one_file" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "final_calls" (
	"tender_id" uuid NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"changes" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"first_deadline" timestamp with time zone,
	"first_opened_at" timestamp with time zone,
	CONSTRAINT "final_calls_pk" PRIMARY KEY("tender_id"),
	CONSTRAINT "final_calls_two_people" CHECK ("final_calls"."approved_by" <> "final_calls"."proposed_by"),
	CONSTRAINT "final_calls_approved_say_when" CHECK (("final_calls"."approved_at" is null) = ("final_calls"."approved_by" is null) and ("final_calls"."approved_at" is null or ("final_calls"."first_deadline" is not null and "final_calls"."first_opened_at" is not null)))
);
--> statement-breakpoint
CREATE TABLE "talks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"member_ids" uuid[] NOT NULL,
	"bidder_side" text NOT NULL,
	"agreed" text NOT NULL,
	"confidential" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talks_one_per_bid" UNIQUE("tender_id","bid_id")
);
--> statement-breakpoint
ALTER TABLE "bids" DROP CONSTRAINT "bids_one_per_organization";--> statement-breakpoint
ALTER TABLE "opening_turns" DROP CONSTRAINT "opening_turns_two_people";--> statement-breakpoint
ALTER TABLE "bids" DROP CONSTRAINT "bids_opened_say_what";--> statement-breakpoint
ALTER TABLE "tender_keys" DROP CONSTRAINT "tender_keys_pkey";--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "opening_turns" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tender_keys" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tender_keys" ADD CONSTRAINT "tender_keys_pk" PRIMARY KEY("tender_id","round");--> statement-breakpoint
ALTER TABLE "tender_evidence" ADD CONSTRAINT "tender_evidence_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_evidence" ADD CONSTRAINT "tender_evidence_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_evidence" ADD CONSTRAINT "tender_evidence_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_calls" ADD CONSTRAINT "final_calls_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_calls" ADD CONSTRAINT "final_calls_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_calls" ADD CONSTRAINT "final_calls_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tender_evidence_of" ON "tender_evidence" USING btree ("tender_id","id");--> statement-breakpoint
ALTER TABLE "opening_turns" DROP CONSTRAINT "opening_turns_pk";
--> statement-breakpoint
ALTER TABLE "opening_turns" ADD CONSTRAINT "opening_turns_pk" PRIMARY KEY("tender_id","round","holder");--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_one_per_organization" UNIQUE("tender_id","organization_id","round");--> statement-breakpoint
ALTER TABLE "opening_turns" ADD CONSTRAINT "opening_turns_two_people" UNIQUE("tender_id","round","user_id");--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_opened_say_what" CHECK ("bids"."state"::text not in ('opened', 'negotiated', 'scored', 'won', 'lost') or ("bids"."price" is not null and "bids"."document" is not null));--> statement-breakpoint

-- What belongs to a round is sealed until that round's deadline; a later round makes nothing of an earlier one secret again.
CREATE FUNCTION bid_is_visible(of_tender uuid, of_organization uuid, of_round smallint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_organization = nullif(current_setting('app.organization_id', true), '')::uuid
    OR EXISTS (SELECT FROM tenders t WHERE t.id = of_tender AND (t.round > of_round OR t.deadline <= clock_now()))
$$;--> statement-breakpoint
DROP POLICY bids_sealed ON bids;--> statement-breakpoint
CREATE POLICY bids_sealed ON bids TO jiefang_app
  USING (bid_is_visible(tender_id, organization_id, round)) WITH CHECK (bid_is_visible(tender_id, organization_id, round));--> statement-breakpoint
DROP POLICY bid_attachments_sealed ON bid_attachments;--> statement-breakpoint
CREATE POLICY bid_attachments_sealed ON bid_attachments TO jiefang_app
  USING (EXISTS (SELECT FROM bids b WHERE b.id = bid_id)) WITH CHECK (EXISTS (SELECT FROM bids b WHERE b.id = bid_id));--> statement-breakpoint
DROP POLICY receipts_sealed ON receipts;--> statement-breakpoint
CREATE POLICY receipts_sealed ON receipts TO jiefang_app
  USING (bid_is_visible(tender_id, organization_id, round)) WITH CHECK (bid_is_visible(tender_id, organization_id, round));--> statement-breakpoint
CREATE OR REPLACE FUNCTION bid_event_is_visible(detail jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM tenders t WHERE t.id = (detail ->> 'tenderId')::uuid
      AND (t.round > coalesce((detail ->> 'round')::int, 1) OR t.deadline <= clock_now()))
    OR EXISTS (SELECT FROM bids b WHERE b.id = (detail ->> 'bidId')::uuid
      AND b.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
$$;--> statement-breakpoint
CREATE OR REPLACE VIEW audit.tenders AS
  SELECT t.id, t.office_id AS office,
    CASE WHEN t.status = 'open' AND t.deadline <= clock_now() THEN 'closed' ELSE t.status::text END AS state,
    t.deadline,
    CASE WHEN t.deadline <= clock_now() THEN (SELECT count(*) FROM bids b WHERE b.tender_id = t.id AND b.round = t.round
      AND b.state::text NOT IN ('withdrawn', 'needs_confirm', 'lapsed')) END AS submitted_bids
  FROM tenders t;--> statement-breakpoint

-- Once final offers are called for, the record of the talks and the call stay as they are.
CREATE FUNCTION keep_talks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM tenders t WHERE t.id = OLD.tender_id AND t.round > 1) THEN
    RAISE EXCEPTION 'the talks of tender % are over', OLD.tender_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER talks_fixed BEFORE UPDATE OR DELETE ON talks
  FOR EACH ROW EXECUTE FUNCTION keep_talks();--> statement-breakpoint
CREATE TRIGGER final_calls_fixed BEFORE UPDATE OR DELETE ON final_calls
  FOR EACH ROW WHEN (OLD.approved_at IS NOT NULL) EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- How long a call for final offers stands is a rule of its own from now on, also where rules are frozen already.
ALTER TABLE method_rules DISABLE TRIGGER method_rules_append_only;--> statement-breakpoint
UPDATE method_rules SET rules = rules || '{"finalOfferWorkingDays": 1}';--> statement-breakpoint
ALTER TABLE method_rules ENABLE TRIGGER method_rules_append_only;--> statement-breakpoint
ALTER TABLE tenders DISABLE TRIGGER tenders_rules_frozen;--> statement-breakpoint
UPDATE tenders SET rules = rules || '{"finalOfferWorkingDays": 1}' WHERE rules IS NOT NULL;--> statement-breakpoint
ALTER TABLE tenders ENABLE TRIGGER tenders_rules_frozen;--> statement-breakpoint

-- What a direct purchase was reviewed and published with stays with it.
CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM tenders t WHERE t.id = coalesce(NEW.tender_id, OLD.tender_id) AND t.status <> 'draft') THEN
    RAISE EXCEPTION 'the evidence of tender % is fixed', coalesce(NEW.tender_id, OLD.tender_id) USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER tender_evidence_fixed BEFORE INSERT OR UPDATE OR DELETE ON tender_evidence
  FOR EACH ROW EXECUTE FUNCTION keep_evidence();
