ALTER TABLE "bookings" ADD COLUMN "dispute_kind" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "disputed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "settlement_reason" text;--> statement-breakpoint
ALTER TABLE "milestones" ADD COLUMN "sample_seed" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_dispute_kind" CHECK ("bookings"."dispute_kind" in ('not_done', 'done_badly', 'denied'));