CREATE TYPE "public"."file_scan" AS ENUM('clean', 'none');--> statement-breakpoint
CREATE TYPE "public"."file_type" AS ENUM('application/pdf', 'image/jpeg', 'image/png');--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" "file_type" NOT NULL,
	"size" integer NOT NULL,
	"digest" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"scan" "file_scan" NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"stored_by" uuid,
	CONSTRAINT "files_size" CHECK ("files"."size" between 1 and 5242880),
	CONSTRAINT "files_digest_form" CHECK ("files"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_name_plain" CHECK ("files"."name" ~ '^[^/\\[:cntrl:]]{1,100}$'),
	CONSTRAINT "files_sealed" CHECK (octet_length("files"."sealed") = "files"."size" + 28)
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_stored_by_users_id_fk" FOREIGN KEY ("stored_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER files_append_only BEFORE UPDATE ON files
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE ON files FROM jiefang_app;
