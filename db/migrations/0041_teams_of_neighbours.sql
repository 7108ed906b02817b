CREATE TYPE "public"."organization_kind" AS ENUM('registered', 'team');--> statement-breakpoint
ALTER TYPE "public"."organization_document_kind" ADD VALUE 'roll';--> statement-breakpoint
ALTER TABLE "organizations" ALTER COLUMN "credit_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "kind" "organization_kind" DEFAULT 'registered' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "office_id" uuid;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "leader_id" uuid;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_leader_id_users_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_of_their_kind" CHECK (case when "organizations"."kind" = 'team' then "organizations"."credit_code" is null and "organizations"."office_id" is not null and "organizations"."leader_id" is not null else "organizations"."credit_code" is not null and "organizations"."office_id" is null and "organizations"."leader_id" is null end);