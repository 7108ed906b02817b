CREATE TYPE "public"."worker_certificate_kind" AS ENUM('care', 'health', 'nursing', 'social_work', 'teaching', 'electric', 'other');--> statement-breakpoint
CREATE TABLE "worker_certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worker_id" uuid NOT NULL,
	"kind" "worker_certificate_kind" NOT NULL,
	"number_sealed" "bytea" NOT NULL,
	"expires_on" date,
	"file_id" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"reminded_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "worker_certificates" ADD CONSTRAINT "worker_certificates_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."workers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_certificates" ADD CONSTRAINT "worker_certificates_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_certificates" ADD CONSTRAINT "worker_certificates_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worker_certificates_of_worker" ON "worker_certificates" USING btree ("worker_id") WHERE "worker_certificates"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "worker_certificates_expiring" ON "worker_certificates" USING btree ("expires_on") WHERE "worker_certificates"."removed_at" is null and "worker_certificates"."reminded_at" is null;