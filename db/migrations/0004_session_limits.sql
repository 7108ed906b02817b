ALTER TABLE "sign_in_sessions" ADD COLUMN "ends_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_sessions" ADD COLUMN "idle_minutes" integer NOT NULL;