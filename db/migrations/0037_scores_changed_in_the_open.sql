CREATE TABLE "score_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"from_hundredths" integer NOT NULL,
	"to_hundredths" integer NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "score_changes_change" CHECK ("score_changes"."from_hundredths" <> "score_changes"."to_hundredths"),
	CONSTRAINT "score_changes_range" CHECK ("score_changes"."to_hundredths" between 0 and 10000)
);
--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_changes_of_tender" ON "score_changes" USING btree ("tender_id","at");
--> statement-breakpoint
REVOKE UPDATE, DELETE ON score_changes FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER score_changes_append_only BEFORE UPDATE OR DELETE ON score_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- A score that was handed in changes only as the same transaction put it on record.
CREATE OR REPLACE FUNCTION refuse_changed_scores() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  score scores := coalesce(NEW, OLD);
BEGIN
  IF NOT EXISTS (SELECT FROM panel_members m WHERE m.tender_id = score.tender_id
    AND m.user_id = score.member_id AND m.submitted_at IS NOT NULL) THEN
    RETURN score;
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT FROM score_changes c WHERE c.tender_id = OLD.tender_id
    AND c.member_id = OLD.member_id AND c.bid_id = OLD.bid_id AND c.criterion_id = OLD.criterion_id
    AND c.from_hundredths = OLD.hundredths AND c.to_hundredths = NEW.hundredths
    AND c.xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the scores of member % are handed in', score.member_id USING ERRCODE = 'restrict_violation';
END $$;
