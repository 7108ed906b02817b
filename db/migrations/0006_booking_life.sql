ALTER TABLE "bookings" ADD COLUMN "rescheduled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "ended_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "events_reading_residents" ON "events" USING btree (("detail" ->> 'residentId'),"at") WHERE "events"."name" in ('resident.address_read', 'resident.card_read');