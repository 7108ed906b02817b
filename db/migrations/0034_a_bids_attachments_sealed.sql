CREATE TABLE "bid_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bid_id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"file_id" uuid,
	"confidential" boolean,
	"problem" text,
	CONSTRAINT "bid_attachments_one_place" UNIQUE("bid_id","position"),
	CONSTRAINT "bid_attachments_few" CHECK ("bid_attachments"."position" between 1 and 5),
	CONSTRAINT "bid_attachments_opened_say_for_whom" CHECK (("bid_attachments"."file_id" is null) = ("bid_attachments"."confidential" is null))
);
--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "attachments" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "bid_attachments" ADD CONSTRAINT "bid_attachments_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_attachments" ADD CONSTRAINT "bid_attachments_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_attachments" ADD CONSTRAINT "bid_attachments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_attachments" ADD CONSTRAINT "bid_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bid_attachments_of_tender" ON "bid_attachments" USING btree ("tender_id");
--> statement-breakpoint
ALTER TABLE bid_attachments ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY bid_attachments_sealed ON bid_attachments TO jiefang_app
  USING (bid_is_visible(tender_id, organization_id)) WITH CHECK (bid_is_visible(tender_id, organization_id));
