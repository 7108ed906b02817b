CREATE TYPE "public"."bid_state" AS ENUM('submitted', 'withdrawn', 'opened', 'disqualified', 'scored', 'won', 'lost');--> statement-breakpoint
CREATE TYPE "public"."booking_state" AS ENUM('confirmed', 'checked_in', 'delivered', 'accepted', 'closed', 'cancelled', 'no_show_resident', 'no_show_provider', 'disputed');--> statement-breakpoint
CREATE TYPE "public"."contract_status" AS ENUM('pending', 'active', 'completed', 'terminated');--> statement-breakpoint
CREATE TYPE "public"."milestone_state" AS ENUM('scheduled', 'claimed', 'accepted', 'paid');--> statement-breakpoint
CREATE TYPE "public"."fund_account" AS ENUM('appropriation', 'available', 'reserved', 'committed', 'payable', 'paid', 'surplus');--> statement-breakpoint
CREATE TYPE "public"."fund_event" AS ENUM('allocate', 'publish', 'sign', 'accept', 'deduct', 'pay', 'release', 'amend_up', 'amend_down', 'claw_back', 'year_end');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('officer', 'approver', 'opener', 'panel', 'finance', 'supervisor', 'community_worker', 'manager', 'worker', 'resident', 'operator');--> statement-breakpoint
CREATE TYPE "public"."calendar_day_kind" AS ENUM('holiday', 'workday');--> statement-breakpoint
CREATE TYPE "public"."mode" AS ENUM('visit', 'seat');--> statement-breakpoint
CREATE TYPE "public"."period" AS ENUM('morning', 'afternoon', 'whole_day');--> statement-breakpoint
CREATE TYPE "public"."criterion_kind" AS ENUM('price', 'quality', 'performance');--> statement-breakpoint
CREATE TYPE "public"."method" AS ENUM('open_scored');--> statement-breakpoint
CREATE TYPE "public"."panel_capacity" AS ENUM('office', 'expert', 'resident_representative');--> statement-breakpoint
CREATE TYPE "public"."profile" AS ENUM('community', 'statutory');--> statement-breakpoint
CREATE TYPE "public"."tender_status" AS ENUM('draft', 'in_review', 'open', 'closed', 'evaluating', 'recommended', 'publicised', 'awarded', 'contracted', 'failed', 'cancelled');--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"account" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "users_one_account" UNIQUE("account")
);
--> statement-breakpoint
CREATE TABLE "bids" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" "bid_state" DEFAULT 'submitted' NOT NULL,
	"version" smallint DEFAULT 1 NOT NULL,
	"deadline_version" smallint NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"price" bigint,
	"document" jsonb,
	"disqualified_reason" text,
	"low_bid_explanation" text,
	"low_bid_decision" text,
	CONSTRAINT "bids_one_per_organization" UNIQUE("tender_id","organization_id"),
	CONSTRAINT "bids_price_positive" CHECK ("bids"."price" > 0),
	CONSTRAINT "bids_digest_form" CHECK ("bids"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "bids_opened_say_what" CHECK ("bids"."state" not in ('opened', 'scored', 'won', 'lost') or ("bids"."price" is not null and "bids"."document" is not null))
);
--> statement-breakpoint
CREATE TABLE "opener_keys" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"sealed_private_key" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opening_turns" (
	"tender_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"user_id" uuid NOT NULL,
	"released" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "opening_turns_pk" PRIMARY KEY("tender_id","holder"),
	CONSTRAINT "opening_turns_two_people" UNIQUE("tender_id","user_id"),
	CONSTRAINT "opening_turns_holder" CHECK ("opening_turns"."holder" in ('a', 'b', 'platform'))
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bid_id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	"event_digest" text NOT NULL,
	"chain_head" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "receipts_one_per_version" UNIQUE("bid_id","version")
);
--> statement-breakpoint
CREATE TABLE "tender_keys" (
	"tender_id" uuid PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"copies" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"office_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"mode" "mode" NOT NULL,
	"service_session_id" uuid,
	"worker_id" uuid,
	"during" "tstzrange" NOT NULL,
	"occupied" "tstzrange" NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"state" "booking_state" DEFAULT 'confirmed' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"price" bigint NOT NULL,
	"fund_share" bigint NOT NULL,
	"resident_share" bigint NOT NULL,
	"programme_id" uuid,
	"quota_month" text,
	"note_sealed" "bytea",
	"booked_by" uuid NOT NULL,
	"proxy_session_id" uuid,
	"booked_at" timestamp with time zone NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"checked_in_at" timestamp with time zone,
	"checked_in_by" uuid,
	"checked_out_at" timestamp with time zone,
	"delivery_note" text,
	"accepted_at" timestamp with time zone,
	"accepted_by_clock" boolean DEFAULT false NOT NULL,
	"dispute_reason" text,
	"ended_reason" text,
	"milestone_id" uuid,
	CONSTRAINT "bookings_one_reference" UNIQUE("reference"),
	CONSTRAINT "bookings_once_per_form" UNIQUE("resident_id","idempotency_key"),
	CONSTRAINT "bookings_shares_sum" CHECK ("bookings"."fund_share" + "bookings"."resident_share" = "bookings"."price"),
	CONSTRAINT "bookings_shares_not_negative" CHECK ("bookings"."fund_share" >= 0 and "bookings"."resident_share" >= 0),
	CONSTRAINT "bookings_time" CHECK (not isempty("bookings"."during") and not isempty("bookings"."occupied") and "bookings"."occupied" @> "bookings"."during" and lower("bookings"."during") = "bookings"."starts_at" and upper("bookings"."during") = "bookings"."ends_at"),
	CONSTRAINT "bookings_visit_has_worker" CHECK ("bookings"."mode" <> 'visit' or "bookings"."worker_id" is not null),
	CONSTRAINT "bookings_seat_has_session" CHECK ("bookings"."mode" <> 'seat' or "bookings"."service_session_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "copayments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"method" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "copayments_one_per_booking" UNIQUE("booking_id"),
	CONSTRAINT "copayments_amount" CHECK ("copayments"."amount" > 0),
	CONSTRAINT "copayments_method" CHECK ("copayments"."method" in ('cash', 'pos'))
);
--> statement-breakpoint
CREATE TABLE "milestone_checks" (
	"milestone_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"confirmed" boolean,
	"note" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "milestone_checks_pk" PRIMARY KEY("milestone_id","booking_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"overall" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"by_proxy" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reply" text,
	"replied_at" timestamp with time zone,
	CONSTRAINT "reviews_one_per_booking" UNIQUE("booking_id"),
	CONSTRAINT "reviews_overall" CHECK ("reviews"."overall" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "contract_counters" (
	"contract_id" uuid PRIMARY KEY NOT NULL,
	"fund_limit" bigint NOT NULL,
	"fund_reserved" bigint NOT NULL,
	"fund_used" bigint NOT NULL,
	CONSTRAINT "contract_counters_within_value" CHECK ("contract_counters"."fund_reserved" >= 0 and "contract_counters"."fund_used" >= 0 and "contract_counters"."fund_reserved" + "contract_counters"."fund_used" <= "contract_counters"."fund_limit")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"status" "contract_status" DEFAULT 'pending' NOT NULL,
	"value" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"unit" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"office_signed_by" uuid,
	"office_signed_at" timestamp with time zone,
	"organization_signed_by" uuid,
	"organization_signed_at" timestamp with time zone,
	"activated_at" timestamp with time zone,
	CONSTRAINT "contracts_one_per_tender" UNIQUE("tender_id"),
	CONSTRAINT "contracts_one_number" UNIQUE("office_id","number"),
	CONSTRAINT "contracts_value_positive" CHECK ("contracts"."value" > 0),
	CONSTRAINT "contracts_end_after_start" CHECK ("contracts"."ends_on" >= "contracts"."starts_on"),
	CONSTRAINT "contracts_active_when_both_signed" CHECK ("contracts"."status" = 'pending' or "contracts"."status" = 'terminated' or ("contracts"."office_signed_at" is not null and "contracts"."organization_signed_at" is not null and "contracts"."activated_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"due_on" date NOT NULL,
	"cap" bigint NOT NULL,
	"state" "milestone_state" DEFAULT 'scheduled' NOT NULL,
	"claimed_at" timestamp with time zone,
	"claimed_by" uuid,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"paid_at" timestamp with time zone,
	"paid_by" uuid,
	"sent_back_reason" text,
	"calculation" jsonb,
	"pay" bigint,
	"payment_reference" text,
	CONSTRAINT "milestones_one_position" UNIQUE("contract_id","position"),
	CONSTRAINT "milestones_cap_positive" CHECK ("milestones"."cap" > 0),
	CONSTRAINT "milestones_pay_within_cap" CHECK ("milestones"."pay" between 0 and "milestones"."cap"),
	CONSTRAINT "milestones_payer_did_not_accept" CHECK ("milestones"."paid_by" <> "milestones"."accepted_by"),
	CONSTRAINT "milestones_accepted_say_what" CHECK ("milestones"."state" not in ('accepted', 'paid') or ("milestones"."accepted_by" is not null and "milestones"."pay" is not null)),
	CONSTRAINT "milestones_paid_say_when" CHECK (("milestones"."state" = 'paid') = ("milestones"."paid_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "chain_links" (
	"chain" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chain_links_pk" PRIMARY KEY("chain","seq"),
	CONSTRAINT "chain_links_one_per_event" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid,
	"name" text NOT NULL,
	"detail" jsonb NOT NULL,
	"by_user_id" uuid,
	"by_role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"digest" text,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "funds_one_name_a_year" UNIQUE("office_id","year","name")
);
--> statement-breakpoint
CREATE TABLE "fund_balances" (
	"fund_id" uuid NOT NULL,
	"account" "fund_account" NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "fund_balances_pk" PRIMARY KEY("fund_id","account"),
	CONSTRAINT "fund_balances_not_below_zero" CHECK ("fund_balances"."account" = 'appropriation' or "fund_balances"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "fund_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fund_id" uuid NOT NULL,
	"kind" "fund_event" NOT NULL,
	"entity_id" uuid NOT NULL,
	"project_id" uuid,
	"by_user_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	CONSTRAINT "fund_transactions_once" UNIQUE("kind","entity_id")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"transaction_id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"project_id" uuid,
	"account" "fund_account" NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "postings_not_zero" CHECK ("postings"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "project_balances" (
	"project_id" uuid NOT NULL,
	"account" "fund_account" NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "project_balances_pk" PRIMARY KEY("project_id","account"),
	CONSTRAINT "project_balances_not_below_zero" CHECK ("project_balances"."account" in ('appropriation', 'available') or "project_balances"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"office_id" uuid,
	"community_id" uuid,
	"organization_id" uuid,
	CONSTRAINT "memberships_once" UNIQUE NULLS NOT DISTINCT("user_id","role","office_id","organization_id"),
	CONSTRAINT "memberships_belong_somewhere" CHECK (case
        when "memberships"."role" = 'operator' then "memberships"."office_id" is null and "memberships"."organization_id" is null
        when "memberships"."role" in ('manager', 'worker') then "memberships"."organization_id" is not null
        when "memberships"."role" = 'community_worker' then "memberships"."office_id" is not null and "memberships"."community_id" is not null
        else "memberships"."office_id" is not null end)
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" "calendar_day_kind" NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "communities_one_name" UNIQUE("office_id","name")
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"office_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_numbers_pk" PRIMARY KEY("office_id","kind","year"),
	CONSTRAINT "document_numbers_positive" CHECK ("document_numbers"."last" > 0)
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"document_prefix" text NOT NULL,
	"help_phone" text NOT NULL,
	CONSTRAINT "offices_one_name" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "service_types" (
	"code" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"credit_code" text NOT NULL,
	"introduction" text DEFAULT '' NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"rejected_reason" text,
	"grams" text[] GENERATED ALWAYS AS (search_grams(name)) STORED,
	CONSTRAINT "organizations_one_credit_code" UNIQUE("credit_code"),
	CONSTRAINT "organizations_credit_code_form" CHECK ("organizations"."credit_code" ~ '^[0-9A-HJ-NPQRTUWXY]{18}$')
);
--> statement-breakpoint
CREATE TABLE "worker_days" (
	"worker_id" uuid NOT NULL,
	"day" date NOT NULL,
	"from_minute" integer,
	"to_minute" integer,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "worker_days_pk" PRIMARY KEY("worker_id","day"),
	CONSTRAINT "worker_days_hours_or_leave" CHECK (("worker_days"."from_minute" is null) = ("worker_days"."to_minute" is null) and "worker_days"."from_minute" < "worker_days"."to_minute")
);
--> statement-breakpoint
CREATE TABLE "worker_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worker_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	CONSTRAINT "worker_hours_once" UNIQUE("worker_id","weekday","from_minute"),
	CONSTRAINT "worker_hours_weekday" CHECK ("worker_hours"."weekday" between 1 and 7),
	CONSTRAINT "worker_hours_within_day" CHECK (0 <= "worker_hours"."from_minute" and "worker_hours"."from_minute" < "worker_hours"."to_minute" and "worker_hours"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "workers_one_per_user" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "project_communities" (
	"project_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	CONSTRAINT "project_communities_pk" PRIMARY KEY("project_id","community_id")
);
--> statement-breakpoint
CREATE TABLE "project_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"imported_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"need" text DEFAULT '' NOT NULL,
	"target_group" text DEFAULT '' NOT NULL,
	"service_type" text,
	"quantity" integer,
	"unit" text,
	"ceiling" bigint,
	"fund_id" uuid,
	"starts_on" date,
	"ends_on" date,
	"author_id" uuid NOT NULL,
	"import_id" uuid,
	"import_note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "projects_one_number" UNIQUE("office_id","number"),
	CONSTRAINT "projects_ceiling_positive" CHECK ("projects"."ceiling" > 0),
	CONSTRAINT "projects_quantity_positive" CHECK ("projects"."quantity" > 0),
	CONSTRAINT "projects_end_after_start" CHECK ("projects"."ends_on" >= "projects"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "proxy_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "proxy_sessions_end_after_start" CHECK ("proxy_sessions"."expires_at" > "proxy_sessions"."started_at")
);
--> statement-breakpoint
CREATE TABLE "residents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"phone" text,
	"born_on" date NOT NULL,
	"registered" boolean DEFAULT true NOT NULL,
	"low_income" boolean DEFAULT false NOT NULL,
	"disability_grade" smallint,
	"address_sealed" "bytea",
	"pin_sealed" "bytea" NOT NULL,
	CONSTRAINT "residents_one_per_user" UNIQUE("user_id"),
	CONSTRAINT "residents_disability_grade" CHECK ("residents"."disability_grade" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "offer_communities" (
	"offer_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	CONSTRAINT "offer_communities_pk" PRIMARY KEY("offer_id","community_id")
);
--> statement-breakpoint
CREATE TABLE "offer_workers" (
	"offer_id" uuid NOT NULL,
	"worker_id" uuid NOT NULL,
	CONSTRAINT "offer_workers_pk" PRIMARY KEY("offer_id","worker_id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"service_type" text NOT NULL,
	"mode" "mode" NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"price" bigint NOT NULL,
	"programme_id" uuid,
	"site_id" uuid,
	"duration_minutes" integer NOT NULL,
	"buffer_before_minutes" integer DEFAULT 0 NOT NULL,
	"buffer_after_minutes" integer DEFAULT 0 NOT NULL,
	"notice_hours" integer DEFAULT 2 NOT NULL,
	"horizon_days" integer DEFAULT 28 NOT NULL,
	"cancel_cutoff_hours" integer DEFAULT 2 NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"grams" text[] GENERATED ALWAYS AS (search_grams(title || ' ' || description || ' ' || initials)) STORED,
	CONSTRAINT "offers_price" CHECK ("offers"."price" > 0),
	CONSTRAINT "offers_duration" CHECK ("offers"."duration_minutes" between 5 and 1440),
	CONSTRAINT "offers_seats_need_a_site" CHECK ("offers"."mode" <> 'seat' or "offers"."site_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "personal_quotas" (
	"resident_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"month" text NOT NULL,
	"quota" bigint NOT NULL,
	"reserved" bigint NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "personal_quotas_pk" PRIMARY KEY("resident_id","programme_id","month"),
	CONSTRAINT "personal_quotas_within" CHECK ("personal_quotas"."reserved" >= 0 and "personal_quotas"."used" >= 0 and "personal_quotas"."reserved" + "personal_quotas"."used" <= "personal_quotas"."quota")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rate_bp" integer NOT NULL,
	"cap_per_visit" bigint NOT NULL,
	"monthly_quota" bigint NOT NULL,
	"age_from" smallint,
	"low_income_only" boolean DEFAULT false NOT NULL,
	"disabled_only" boolean DEFAULT false NOT NULL,
	"registered_only" boolean DEFAULT false NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	CONSTRAINT "programmes_one_name" UNIQUE("office_id","name"),
	CONSTRAINT "programmes_rate" CHECK ("programmes"."rate_bp" between 0 and 10000),
	CONSTRAINT "programmes_cap" CHECK ("programmes"."cap_per_visit" >= 0 and "programmes"."monthly_quota" >= 0)
);
--> statement-breakpoint
CREATE TABLE "service_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"day" date NOT NULL,
	"period" "period" NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "service_sessions_once" UNIQUE("offer_id","day","period"),
	CONSTRAINT "service_sessions_seats" CHECK (0 <= "service_sessions"."taken" and "service_sessions"."taken" <= "service_sessions"."capacity"),
	CONSTRAINT "service_sessions_end_after_start" CHECK ("service_sessions"."ends_at" > "service_sessions"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "contract_summaries" (
	"contract_id" uuid PRIMARY KEY NOT NULL,
	"booked" integer NOT NULL,
	"delivered" integer NOT NULL,
	"rated" integer NOT NULL,
	"satisfied" integer NOT NULL,
	"rating_sum" integer NOT NULL,
	"fund_share" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "month_summaries" (
	"office_id" uuid NOT NULL,
	"month" text NOT NULL,
	"service_type" text NOT NULL,
	"booked" integer NOT NULL,
	"delivered" integer NOT NULL,
	"cancelled" integer NOT NULL,
	"rated" integer NOT NULL,
	"satisfied" integer NOT NULL,
	"fund_share" bigint NOT NULL,
	CONSTRAINT "month_summaries_pk" PRIMARY KEY("office_id","month","service_type")
);
--> statement-breakpoint
CREATE TABLE "offer_summaries" (
	"offer_id" uuid PRIMARY KEY NOT NULL,
	"delivered" integer NOT NULL,
	"rated" integer NOT NULL,
	"satisfied" integer NOT NULL,
	"rating_sum" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "summary_changes" (
	"offer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"month" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" "criterion_kind" NOT NULL,
	"name" text NOT NULL,
	"weight" smallint NOT NULL,
	"guidance" text DEFAULT '' NOT NULL,
	CONSTRAINT "criteria_one_position" UNIQUE("tender_id","position"),
	CONSTRAINT "criteria_weight" CHECK ("criteria"."weight" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "panel_members" (
	"tender_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"capacity" "panel_capacity" NOT NULL,
	"chair" boolean DEFAULT false NOT NULL,
	"conflict" boolean,
	"conflict_note" text,
	"declared_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "panel_members_pk" PRIMARY KEY("tender_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"tender_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"hundredths" integer NOT NULL,
	CONSTRAINT "scores_pk" PRIMARY KEY("tender_id","member_id","bid_id","criterion_id"),
	CONSTRAINT "scores_range" CHECK ("scores"."hundredths" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "tenders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"method" "method" DEFAULT 'open_scored' NOT NULL,
	"profile" "profile" DEFAULT 'community' NOT NULL,
	"status" "tender_status" DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"contract_draft" text DEFAULT '' NOT NULL,
	"opener_a_id" uuid,
	"opener_b_id" uuid,
	"author_id" uuid NOT NULL,
	"approver_id" uuid,
	"sent_back_reason" text,
	"published_at" timestamp with time zone,
	"deadline" timestamp with time zone,
	"deadline_version" smallint DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone,
	"score_sheet" jsonb,
	"report_signed_at" timestamp with time zone,
	"recommended_bid_id" uuid,
	"recommended_reason" text,
	"recommended_by" uuid,
	"publicised_at" timestamp with time zone,
	"standstill_ends_at" timestamp with time zone,
	"awarded_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	"grams" text[] GENERATED ALWAYS AS (search_grams(title)) STORED,
	CONSTRAINT "tenders_approver_is_not_author" CHECK ("tenders"."approver_id" <> "tenders"."author_id"),
	CONSTRAINT "tenders_two_openers" CHECK ("tenders"."opener_a_id" <> "tenders"."opener_b_id"),
	CONSTRAINT "tenders_deadline_after_published" CHECK ("tenders"."deadline" > "tenders"."published_at"),
	CONSTRAINT "tenders_published_says_when" CHECK ("tenders"."status" in ('draft', 'in_review', 'cancelled') or ("tenders"."published_at" is not null and "tenders"."deadline" is not null and "tenders"."approver_id" is not null)),
	CONSTRAINT "tenders_publicised_says_whom" CHECK ("tenders"."status" not in ('publicised', 'awarded', 'contracted') or ("tenders"."recommended_bid_id" is not null and "tenders"."publicised_at" is not null and "tenders"."standstill_ends_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "sign_in_sessions" ADD CONSTRAINT "sign_in_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opener_keys" ADD CONSTRAINT "opener_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_turns" ADD CONSTRAINT "opening_turns_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_turns" ADD CONSTRAINT "opening_turns_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_keys" ADD CONSTRAINT "tender_keys_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_service_session_id_service_sessions_id_fk" FOREIGN KEY ("service_session_id") REFERENCES "public"."service_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."workers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_booked_by_users_id_fk" FOREIGN KEY ("booked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_proxy_session_id_proxy_sessions_id_fk" FOREIGN KEY ("proxy_session_id") REFERENCES "public"."proxy_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_checked_in_by_users_id_fk" FOREIGN KEY ("checked_in_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copayments" ADD CONSTRAINT "copayments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copayments" ADD CONSTRAINT "copayments_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_checks" ADD CONSTRAINT "milestone_checks_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_checks" ADD CONSTRAINT "milestone_checks_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_checks" ADD CONSTRAINT "milestone_checks_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_checks" ADD CONSTRAINT "milestone_checks_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_counters" ADD CONSTRAINT "contract_counters_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_bid_id_bids_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_office_signed_by_users_id_fk" FOREIGN KEY ("office_signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_signed_by_users_id_fk" FOREIGN KEY ("organization_signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_paid_by_users_id_fk" FOREIGN KEY ("paid_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_links" ADD CONSTRAINT "chain_links_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_balances" ADD CONSTRAINT "fund_balances_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_transactions" ADD CONSTRAINT "fund_transactions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_transaction_id_fund_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."fund_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_balances" ADD CONSTRAINT "project_balances_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_numbers" ADD CONSTRAINT "document_numbers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_days" ADD CONSTRAINT "worker_days_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."workers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_hours" ADD CONSTRAINT "worker_hours_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."workers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workers" ADD CONSTRAINT "workers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workers" ADD CONSTRAINT "workers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_communities" ADD CONSTRAINT "project_communities_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_communities" ADD CONSTRAINT "project_communities_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_imports" ADD CONSTRAINT "project_imports_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_imports" ADD CONSTRAINT "project_imports_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_service_type_service_types_code_fk" FOREIGN KEY ("service_type") REFERENCES "public"."service_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_import_id_project_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."project_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxy_sessions" ADD CONSTRAINT "proxy_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxy_sessions" ADD CONSTRAINT "proxy_sessions_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxy_sessions" ADD CONSTRAINT "proxy_sessions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residents" ADD CONSTRAINT "residents_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residents" ADD CONSTRAINT "residents_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residents" ADD CONSTRAINT "residents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_communities" ADD CONSTRAINT "offer_communities_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_communities" ADD CONSTRAINT "offer_communities_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_workers" ADD CONSTRAINT "offer_workers_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_workers" ADD CONSTRAINT "offer_workers_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."workers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_service_type_service_types_code_fk" FOREIGN KEY ("service_type") REFERENCES "public"."service_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_quotas" ADD CONSTRAINT "personal_quotas_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_quotas" ADD CONSTRAINT "personal_quotas_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_sessions" ADD CONSTRAINT "service_sessions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_sessions" ADD CONSTRAINT "service_sessions_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_summaries" ADD CONSTRAINT "contract_summaries_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_summaries" ADD CONSTRAINT "month_summaries_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_summaries" ADD CONSTRAINT "month_summaries_service_type_service_types_code_fk" FOREIGN KEY ("service_type") REFERENCES "public"."service_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_summaries" ADD CONSTRAINT "offer_summaries_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_opener_a_id_users_id_fk" FOREIGN KEY ("opener_a_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_opener_b_id_users_id_fk" FOREIGN KEY ("opener_b_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_approver_id_users_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_recommended_by_users_id_fk" FOREIGN KEY ("recommended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_failures_of_subject" ON "sign_in_failures" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "sign_in_sessions_of_user" ON "sign_in_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "receipts_of_tender" ON "receipts" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "bookings_of_resident" ON "bookings" USING btree ("resident_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_of_worker" ON "bookings" USING btree ("worker_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_of_session" ON "bookings" USING btree ("service_session_id");--> statement-breakpoint
CREATE INDEX "bookings_of_organization" ON "bookings" USING btree ("organization_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_of_office" ON "bookings" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_to_claim" ON "bookings" USING btree ("contract_id","state");--> statement-breakpoint
CREATE INDEX "bookings_of_milestone" ON "bookings" USING btree ("milestone_id");--> statement-breakpoint
CREATE INDEX "bookings_waiting_for_acceptance" ON "bookings" USING btree ("checked_out_at") WHERE "bookings"."state" = 'delivered';--> statement-breakpoint
CREATE INDEX "milestone_checks_of_resident" ON "milestone_checks" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "reviews_of_offer" ON "reviews" USING btree ("offer_id","at");--> statement-breakpoint
CREATE INDEX "reviews_of_organization" ON "reviews" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "contracts_of_organization" ON "contracts" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "contracts_public" ON "contracts" USING btree ("activated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "events_by_transaction" ON "events" USING btree ("transaction","id");--> statement-breakpoint
CREATE INDEX "events_of_user" ON "events" USING btree ("by_user_id","at");--> statement-breakpoint
CREATE INDEX "fund_transactions_of_fund" ON "fund_transactions" USING btree ("fund_id","at");--> statement-breakpoint
CREATE INDEX "postings_of_transaction" ON "postings" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "postings_of_project" ON "postings" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "memberships_of_office" ON "memberships" USING btree ("office_id","role");--> statement-breakpoint
CREATE INDEX "sites_of_community" ON "sites" USING btree ("office_id","community_id");--> statement-breakpoint
CREATE INDEX "organizations_search" ON "organizations" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "workers_of_organization" ON "workers" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "projects_of_import" ON "projects" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "proxy_sessions_of_user" ON "proxy_sessions" USING btree ("user_id","started_at");--> statement-breakpoint
CREATE INDEX "proxy_sessions_of_resident" ON "proxy_sessions" USING btree ("resident_id","started_at");--> statement-breakpoint
CREATE INDEX "residents_of_community" ON "residents" USING btree ("office_id","community_id","name");--> statement-breakpoint
CREATE INDEX "offer_communities_of_community" ON "offer_communities" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "offer_workers_of_worker" ON "offer_workers" USING btree ("worker_id");--> statement-breakpoint
CREATE INDEX "offers_public" ON "offers" USING btree ("office_id","title","id") WHERE "offers"."published";--> statement-breakpoint
CREATE INDEX "offers_of_contract" ON "offers" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "offers_search" ON "offers" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "service_sessions_by_day" ON "service_sessions" USING btree ("office_id","day");--> statement-breakpoint
CREATE INDEX "summary_changes_by_time" ON "summary_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "panel_members_of_user" ON "panel_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "questions_of_tender" ON "questions" USING btree ("tender_id","asked_at");--> statement-breakpoint
CREATE INDEX "tenders_of_office" ON "tenders" USING btree ("office_id","status");--> statement-breakpoint
CREATE INDEX "tenders_published" ON "tenders" USING btree ("published_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "tenders_of_project" ON "tenders" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "tenders_search" ON "tenders" USING gin ("grams");