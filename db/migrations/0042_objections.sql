CREATE TABLE "objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"organization_id" uuid,
	"resident_id" uuid,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"upheld" boolean,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "objections_one_author" CHECK (("objections"."organization_id" is null) <> ("objections"."resident_id" is null)),
	CONSTRAINT "objections_decided_say_why" CHECK (num_nonnulls("objections"."upheld", "objections"."reason", "objections"."decided_by", "objections"."decided_at") in (0, 4))
);
--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objections_of_tender" ON "objections" USING btree ("tender_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_one_open_of_organization" ON "objections" USING btree ("tender_id","organization_id") WHERE "objections"."upheld" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "objections_one_open_of_resident" ON "objections" USING btree ("tender_id","resident_id") WHERE "objections"."upheld" is null;