ALTER TYPE "public"."tender_status" ADD VALUE 'consulting' BEFORE 'in_review';--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"taken_back_reason" text,
	CONSTRAINT "consultations_close_later" CHECK ("consultations"."closes_at" > "consultations"."opened_at")
);
--> statement-breakpoint
CREATE TABLE "draft_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"organization_id" uuid,
	"resident_id" uuid,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"reply" text,
	"replied_by" uuid,
	"replied_at" timestamp with time zone,
	CONSTRAINT "draft_comments_one_author" CHECK (("draft_comments"."organization_id" is null) <> ("draft_comments"."resident_id" is null)),
	CONSTRAINT "draft_comments_replied_says_when" CHECK (("draft_comments"."reply" is null) = ("draft_comments"."replied_at" is null))
);
--> statement-breakpoint
CREATE TABLE "calendar_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"name" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negative_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"items" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"set_by" uuid,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenders" DROP CONSTRAINT "tenders_published_says_when";--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_replied_by_users_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_changes" ADD CONSTRAINT "calendar_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negative_lists" ADD CONSTRAINT "negative_lists_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_one_running" ON "consultations" USING btree ("tender_id") WHERE "consultations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "consultations_of_tender" ON "consultations" USING btree ("tender_id","opened_at");--> statement-breakpoint
CREATE INDEX "consultations_running" ON "consultations" USING btree ("closes_at") WHERE "consultations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "draft_comments_of_tender" ON "draft_comments" USING btree ("tender_id","written_at");--> statement-breakpoint
CREATE INDEX "calendar_changes_of_day" ON "calendar_changes" USING btree ("day","changed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "negative_lists_newest" ON "negative_lists" USING btree ("valid_from" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_published_says_when" CHECK ("tenders"."status"::text in ('draft', 'consulting', 'in_review', 'cancelled') or ("tenders"."published_at" is not null and "tenders"."deadline" is not null and "tenders"."approver_id" is not null));--> statement-breakpoint

-- Who changed the calendar, and what may not be bought, is only ever added to.
REVOKE UPDATE, DELETE ON calendar_changes, negative_lists FROM jiefang_app;--> statement-breakpoint
REVOKE DELETE ON consultations, draft_comments FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER calendar_changes_append_only BEFORE UPDATE OR DELETE ON calendar_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER negative_lists_append_only BEFORE UPDATE OR DELETE ON negative_lists
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- 2027: the statutory days alone (2024年修订的《全国年节及纪念日放假办法》); make-up workdays are entered once they are announced.
INSERT INTO calendar_days (day, kind, name) VALUES
  ('2027-01-01', 'holiday', '元旦'),
  ('2027-02-05', 'holiday', '春节'), ('2027-02-06', 'holiday', '春节'), ('2027-02-07', 'holiday', '春节'), ('2027-02-08', 'holiday', '春节'),
  ('2027-04-05', 'holiday', '清明节'), ('2027-05-01', 'holiday', '劳动节'), ('2027-05-02', 'holiday', '劳动节'),
  ('2027-06-09', 'holiday', '端午节'), ('2027-09-15', 'holiday', '中秋节'),
  ('2027-10-01', 'holiday', '国庆节'), ('2027-10-02', 'holiday', '国庆节'), ('2027-10-03', 'holiday', '国庆节')
ON CONFLICT (day) DO NOTHING;
