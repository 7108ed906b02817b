ALTER TYPE "public"."bid_state" ADD VALUE 'rejected';--> statement-breakpoint
ALTER TABLE "contracts" DROP CONSTRAINT "contracts_one_per_tender";--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "ended_code" text;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "rerun_of" uuid;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "barred_organizations" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_rerun_of_tenders_id_fk" FOREIGN KEY ("rerun_of") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_one_per_bid" UNIQUE("tender_id","bid_id");--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_tried_again_once" UNIQUE("rerun_of");