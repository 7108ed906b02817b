CREATE TYPE "public"."term_party" AS ENUM('office', 'organization');--> statement-breakpoint
CREATE TABLE "term_answers" (
	"tender_id" uuid NOT NULL,
	"awarded_at" timestamp with time zone NOT NULL,
	"bid_id" uuid NOT NULL,
	"party" "term_party" NOT NULL,
	"accepted" boolean NOT NULL,
	"reason" text,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "term_answers_pk" PRIMARY KEY("tender_id","awarded_at","party"),
	CONSTRAINT "term_answers_no_with_reason" CHECK ("term_answers"."accepted" = ("term_answers"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "term_answers" ADD CONSTRAINT "term_answers_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_answers" ADD CONSTRAINT "term_answers_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_answers" ADD CONSTRAINT "term_answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- An answer is given once and stays.
REVOKE UPDATE, DELETE ON term_answers FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER term_answers_append_only BEFORE UPDATE OR DELETE ON term_answers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
