ALTER TABLE "tenders" ADD COLUMN "publicised_by" uuid;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_publicised_by_users_id_fk" FOREIGN KEY ("publicised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_publiciser_is_not_recommender" CHECK ("tenders"."publicised_by" <> "tenders"."recommended_by");--> statement-breakpoint

-- A score belongs to a member of the panel and to a bid.
ALTER TABLE scores ADD CONSTRAINT scores_member_id_panel_members_fk FOREIGN KEY (tender_id, member_id)
  REFERENCES panel_members (tender_id, user_id) ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE scores ADD CONSTRAINT scores_bid_id_bids_fk FOREIGN KEY (bid_id) REFERENCES bids (id);--> statement-breakpoint

-- What was handed in, and what was signed, stays as it is.
CREATE FUNCTION refuse_changed_scores() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  score scores := coalesce(NEW, OLD);
BEGIN
  IF EXISTS (SELECT FROM panel_members m WHERE m.tender_id = score.tender_id
    AND m.user_id = score.member_id AND m.submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the scores of member % are handed in', score.member_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN score;
END $$;--> statement-breakpoint
CREATE TRIGGER scores_handed_in BEFORE INSERT OR UPDATE OR DELETE ON scores
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_scores();--> statement-breakpoint
CREATE FUNCTION refuse_changed_score_sheet() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'the score sheet of tender % is signed', OLD.id USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER tenders_score_sheet_frozen BEFORE UPDATE OF score_sheet ON tenders
  FOR EACH ROW WHEN (OLD.score_sheet IS NOT NULL AND NEW.score_sheet IS DISTINCT FROM OLD.score_sheet)
  EXECUTE FUNCTION refuse_changed_score_sheet();
