CREATE TYPE "public"."amendment_code" AS ENUM('more_service', 'less_service', 'longer', 'shorter', 'content', 'people_served', 'place', 'price_policy', 'staff', 'payments', 'force_majeure', 'law', 'slip_of_the_pen');--> statement-breakpoint
CREATE TYPE "public"."amendment_state" AS ENUM('proposed', 'agreed', 'in_force', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."termination_code" AS ENUM('breach', 'cannot_deliver', 'need_gone', 'quality', 'unlawful', 'force_majeure', 'agreement');--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'terminate' BEFORE 'release';--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'close' BEFORE 'release';--> statement-breakpoint
CREATE TABLE "contract_amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"document_number" text,
	"state" "amendment_state" DEFAULT 'proposed' NOT NULL,
	"code" "amendment_code" NOT NULL,
	"text" text NOT NULL,
	"value_change" bigint NOT NULL,
	"quantity_change" integer NOT NULL,
	"new_ends_on" date,
	"parts" jsonb NOT NULL,
	"claimed" smallint NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	"signed_by" uuid,
	"at" timestamp with time zone,
	"new_value" bigint,
	CONSTRAINT "contract_amendments_one_number" UNIQUE("contract_id","number"),
	CONSTRAINT "contract_amendments_two_people" CHECK ("contract_amendments"."agreed_by" <> "contract_amendments"."proposed_by"),
	CONSTRAINT "contract_amendments_in_force_say_when" CHECK (("contract_amendments"."state" = 'in_force') = ("contract_amendments"."at" is not null) and ("contract_amendments"."at" is null or ("contract_amendments"."agreed_by" is not null and "contract_amendments"."signed_by" is not null and "contract_amendments"."document_number" is not null and "contract_amendments"."new_value" is not null)))
);
--> statement-breakpoint
CREATE TABLE "contract_terminations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"document_number" text,
	"code" "termination_code" NOT NULL,
	"text" text NOT NULL,
	"mutual" boolean NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "contract_terminations_two_people" CHECK ("contract_terminations"."confirmed_by" <> "contract_terminations"."proposed_by"),
	CONSTRAINT "contract_terminations_mutual_when_agreed" CHECK ("contract_terminations"."confirmed_at" is null or not "contract_terminations"."mutual" or "contract_terminations"."agreed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "performance_share_bp" integer DEFAULT 2000 NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "terminated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "terminated_reason" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "performance_share_bp" integer DEFAULT 2000 NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_agreed_by_users_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_terminations" ADD CONSTRAINT "contract_terminations_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_terminations" ADD CONSTRAINT "contract_terminations_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_terminations" ADD CONSTRAINT "contract_terminations_agreed_by_users_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_terminations" ADD CONSTRAINT "contract_terminations_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_amendments_one_open" ON "contract_amendments" USING btree ("contract_id") WHERE "contract_amendments"."state" in ('proposed', 'agreed');--> statement-breakpoint
CREATE UNIQUE INDEX "contract_terminations_one_open" ON "contract_terminations" USING btree ("contract_id") WHERE "contract_terminations"."dropped_at" is null;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_performance_share" CHECK ("contracts"."performance_share_bp" between 0 and 5000);--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_performance_share" CHECK ("tenders"."performance_share_bp" between 0 and 5000);