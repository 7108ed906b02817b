ALTER TABLE "milestones" DROP CONSTRAINT "milestones_pay_within_cap";--> statement-breakpoint
ALTER TABLE "milestones" ADD COLUMN "carried" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_carried_not_negative" CHECK ("milestones"."carried" >= 0);--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_pay_within_cap" CHECK ("milestones"."pay" between 0 and "milestones"."cap" + "milestones"."carried");