ALTER TABLE "criteria" ADD COLUMN "minimum" smallint;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_minimum" CHECK ("criteria"."minimum" between 1 and "criteria"."weight");