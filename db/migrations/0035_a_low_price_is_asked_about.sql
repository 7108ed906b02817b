ALTER TABLE "bids" ADD COLUMN "low_bid_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "low_bid_answer_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "low_bid_explained_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_asked_with_a_time" CHECK (("bids"."low_bid_asked_at" is null) = ("bids"."low_bid_answer_by" is null) and "bids"."low_bid_answer_by" > "bids"."low_bid_asked_at");