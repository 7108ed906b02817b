ALTER TABLE "projects" ADD COLUMN "service_months" smallint;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "notice_number" text;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_one_notice_number" UNIQUE("office_id","notice_number");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_months" CHECK ("projects"."service_months" between 1 and 60);