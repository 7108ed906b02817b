CREATE TABLE "panel_draws" (
	"tender_id" uuid PRIMARY KEY NOT NULL,
	"seed" text NOT NULL,
	"pool" uuid[] NOT NULL,
	"count" smallint NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"drawn_by" uuid NOT NULL,
	CONSTRAINT "panel_draws_from_more" CHECK ("panel_draws"."count" between 1 and cardinality("panel_draws"."pool") - 1)
);
--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_drawn_by_users_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON panel_draws FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER panel_draws_append_only BEFORE UPDATE OR DELETE ON panel_draws
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
