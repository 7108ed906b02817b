CREATE TYPE "public"."fund_source" AS ENUM('budget', 'special', 'task', 'donation', 'other');--> statement-breakpoint
CREATE TYPE "public"."year_end_decision" AS ENUM('surplus', 'carry_over');--> statement-breakpoint
CREATE TYPE "public"."payment_order_state" AS ENUM('sent', 'paid', 'failed', 'withdrawn');--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'allocate_task';--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'transfer';--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'carry_over';--> statement-breakpoint
ALTER TYPE "public"."fund_event" ADD VALUE 'reverse';--> statement-breakpoint
CREATE TABLE "fund_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fund_id" uuid NOT NULL,
	"document_number" text NOT NULL,
	"department" text NOT NULL,
	"purpose" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "fund_tasks_amount_positive" CHECK ("fund_tasks"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "year_ends" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fund_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"decision" "year_end_decision" NOT NULL,
	"to_fund_id" uuid,
	"note" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"approved" boolean,
	"amount" bigint,
	CONSTRAINT "year_ends_one_round" UNIQUE("fund_id","round"),
	CONSTRAINT "year_ends_carried_on_somewhere" CHECK (("year_ends"."decision" = 'carry_over') = ("year_ends"."to_fund_id" is not null)),
	CONSTRAINT "year_ends_two_people" CHECK ("year_ends"."decided_by" <> "year_ends"."proposed_by"),
	CONSTRAINT "year_ends_decided_say_what" CHECK (("year_ends"."decided_at" is null) = ("year_ends"."decided_by" is null) and ("year_ends"."decided_at" is null) = ("year_ends"."approved" is null) and coalesce("year_ends"."approved", false) = ("year_ends"."amount" is not null)),
	CONSTRAINT "year_ends_amount" CHECK ("year_ends"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"bank" text NOT NULL,
	"number_sealed" "bytea" NOT NULL,
	"number_end" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "claw_backs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"milestone_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"bank_reference" text NOT NULL,
	CONSTRAINT "claw_backs_one_reference" UNIQUE("office_id","bank_reference"),
	CONSTRAINT "claw_backs_amount_positive" CHECK ("claw_backs"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"number" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"withdrawn_reason" text,
	CONSTRAINT "payment_batches_one_number" UNIQUE("office_id","number")
);
--> statement-breakpoint
CREATE TABLE "payment_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"milestone_id" uuid NOT NULL,
	"bank_account_id" uuid NOT NULL,
	"serial" text NOT NULL,
	"amount" bigint NOT NULL,
	"purpose" text NOT NULL,
	"state" "payment_order_state" DEFAULT 'sent' NOT NULL,
	"answered_at" timestamp with time zone,
	"failed_reason" text,
	"bank_reference" text,
	CONSTRAINT "payment_orders_one_serial" UNIQUE("office_id","serial"),
	CONSTRAINT "payment_orders_one_position" UNIQUE("batch_id","position"),
	CONSTRAINT "payment_orders_amount_positive" CHECK ("payment_orders"."amount" > 0),
	CONSTRAINT "payment_orders_answered_when_over" CHECK (("payment_orders"."state" = 'sent') = ("payment_orders"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "funds" ADD COLUMN "source" "fund_source" DEFAULT 'budget' NOT NULL;--> statement-breakpoint
ALTER TABLE "funds" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "funds" ADD COLUMN "community_id" uuid;--> statement-breakpoint
ALTER TABLE "funds" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD COLUMN "to_fund_id" uuid;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD COLUMN "reverses_id" uuid;--> statement-breakpoint
ALTER TABLE "fund_tasks" ADD CONSTRAINT "fund_tasks_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_ends" ADD CONSTRAINT "year_ends_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_ends" ADD CONSTRAINT "year_ends_to_fund_id_funds_id_fk" FOREIGN KEY ("to_fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_ends" ADD CONSTRAINT "year_ends_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_ends" ADD CONSTRAINT "year_ends_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_results" ADD CONSTRAINT "bank_results_batch_id_payment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payment_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_results" ADD CONSTRAINT "bank_results_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claw_backs" ADD CONSTRAINT "claw_backs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claw_backs" ADD CONSTRAINT "claw_backs_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_batches" ADD CONSTRAINT "payment_batches_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_batches" ADD CONSTRAINT "payment_batches_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_batch_id_payment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payment_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_bank_account_id_bank_accounts_id_fk" FOREIGN KEY ("bank_account_id") REFERENCES "public"."bank_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_tasks_of_fund" ON "fund_tasks" USING btree ("fund_id");--> statement-breakpoint
CREATE UNIQUE INDEX "year_ends_one_waiting" ON "year_ends" USING btree ("fund_id") WHERE "year_ends"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "bank_accounts_of_organization" ON "bank_accounts" USING btree ("organization_id","changed_at");--> statement-breakpoint
CREATE INDEX "claw_backs_of_milestone" ON "claw_backs" USING btree ("milestone_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_orders_one_live" ON "payment_orders" USING btree ("milestone_id") WHERE "payment_orders"."state" in ('sent', 'paid');--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_parent_id_funds_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_to_fund_id_funds_id_fk" FOREIGN KEY ("to_fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_reverses_id_fund_transactions_id_fk" FOREIGN KEY ("reverses_id") REFERENCES "public"."fund_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_transactions_to_fund" ON "fund_transactions" USING btree ("to_fund_id","at");--> statement-breakpoint
CREATE INDEX "postings_of_fund" ON "postings" USING btree ("fund_id","account");--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_one_part_a_community" UNIQUE("parent_id","community_id");--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_reversed_once" UNIQUE("reverses_id");--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_parts_are_a_communitys" CHECK (("funds"."parent_id" is null) = ("funds"."community_id" is null));--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_pass_to_another" CHECK ("fund_transactions"."to_fund_id" <> "fund_transactions"."fund_id" and case when "fund_transactions"."kind"::text in ('transfer', 'carry_over') then "fund_transactions"."to_fund_id" is not null else "fund_transactions"."to_fund_id" is null or "fund_transactions"."kind"::text = 'reverse' end);--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_reversals_name_it" CHECK (("fund_transactions"."kind"::text = 'reverse') = ("fund_transactions"."reverses_id" is not null));