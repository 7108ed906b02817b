CREATE TABLE "organization_suspensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"pauses_services" boolean NOT NULL,
	"suspended_at" timestamp with time zone NOT NULL,
	"suspended_by" uuid NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	"lifted_reason" text,
	CONSTRAINT "organization_suspensions_lifted_whole" CHECK (num_nonnulls("organization_suspensions"."lifted_at", "organization_suspensions"."lifted_by", "organization_suspensions"."lifted_reason") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "organization_suspensions" ADD CONSTRAINT "organization_suspensions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_suspensions" ADD CONSTRAINT "organization_suspensions_suspended_by_users_id_fk" FOREIGN KEY ("suspended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_suspensions" ADD CONSTRAINT "organization_suspensions_lifted_by_users_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_suspensions_of" ON "organization_suspensions" USING btree ("organization_id","suspended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_suspensions_one_at_a_time" ON "organization_suspensions" USING btree ("organization_id") WHERE "organization_suspensions"."lifted_at" is null;