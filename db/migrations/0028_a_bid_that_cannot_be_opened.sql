ALTER TYPE "public"."bid_state" ADD VALUE 'unopenable' BEFORE 'disqualified';--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "unopenable_cause" text;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_unopenable_says_why" CHECK (("bids"."state"::text = 'unopenable') = ("bids"."unopenable_cause" is not null));