CREATE TYPE "public"."organization_document_kind" AS ENUM('registration', 'grade', 'licence', 'articles', 'other');--> statement-breakpoint
CREATE TYPE "public"."organization_document_state" AS ENUM('waiting', 'accepted', 'rejected', 'removed');--> statement-breakpoint
CREATE TABLE "organization_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" "organization_document_kind" NOT NULL,
	"file_id" uuid NOT NULL,
	"grade" smallint,
	"expires_on" date,
	"state" "organization_document_state" DEFAULT 'waiting' NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	"opened_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"checked_by" uuid,
	"rejected_reason" text,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "organization_documents_grade" CHECK (case when "organization_documents"."kind" = 'grade' then "organization_documents"."grade" between 1 and 5 and "organization_documents"."expires_on" is not null else "organization_documents"."grade" is null end),
	CONSTRAINT "organization_documents_read_before_accepted" CHECK ("organization_documents"."state" <> 'accepted' or ("organization_documents"."opened_at" is not null and "organization_documents"."checked_at" is not null)),
	CONSTRAINT "organization_documents_rejected_with_reason" CHECK ("organization_documents"."state" <> 'rejected' or "organization_documents"."rejected_reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "organization_documents" ADD CONSTRAINT "organization_documents_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_documents" ADD CONSTRAINT "organization_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_documents" ADD CONSTRAINT "organization_documents_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_documents" ADD CONSTRAINT "organization_documents_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_documents_of" ON "organization_documents" USING btree ("organization_id","kind","state");--> statement-breakpoint
CREATE INDEX "organization_documents_to_check" ON "organization_documents" USING btree ("added_at") WHERE "organization_documents"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "organization_documents_expiring" ON "organization_documents" USING btree ("expires_on") WHERE "organization_documents"."state" = 'accepted' and "organization_documents"."reminded_at" is null;