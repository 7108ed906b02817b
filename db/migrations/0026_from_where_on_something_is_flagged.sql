CREATE TABLE "red_flag_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bounds" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"set_by" uuid,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "red_flag_settings" ADD CONSTRAINT "red_flag_settings_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "red_flag_settings_newest" ON "red_flag_settings" USING btree ("valid_from" DESC NULLS LAST);
--> statement-breakpoint
REVOKE UPDATE, DELETE ON red_flag_settings FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER red_flag_settings_append_only BEFORE UPDATE OR DELETE ON red_flag_settings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
