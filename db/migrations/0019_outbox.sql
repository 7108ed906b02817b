CREATE TYPE "public"."letter_state" AS ENUM('waiting', 'sent', 'kept', 'given_up');--> statement-breakpoint
CREATE TABLE "deliveries" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"given_up_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"about" jsonb NOT NULL,
	"to_user_id" uuid NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"tender_id" uuid,
	"organization_id" uuid,
	"state" "letter_state" DEFAULT 'waiting' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"subject" text,
	"body" text,
	"sent_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "outbox_once" UNIQUE("key"),
	CONSTRAINT "outbox_language" CHECK ("outbox"."language" in ('zh', 'en')),
	CONSTRAINT "outbox_secret_names_both" CHECK (("outbox"."tender_id" is null) = ("outbox"."organization_id" is null)),
	CONSTRAINT "outbox_sent_was_written" CHECK ("outbox"."state" not in ('sent', 'kept') or ("outbox"."body" is not null and "outbox"."sent_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mail_language" text DEFAULT 'zh' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_to_user_id_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_tender_id_tenders_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tenders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("next_at") WHERE "deliveries"."given_up_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_to_send" ON "outbox" USING btree ("next_at") WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_given_up" ON "outbox" USING btree ("id") WHERE "outbox"."state" = 'given_up';--> statement-breakpoint

-- A letter that tells of a bid before the deadline is for its bidder and for the sending alone, as the bid is.
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY outbox_seen ON outbox FOR SELECT TO jiefang_app
  USING (tender_id IS NULL OR bid_is_visible(tender_id, organization_id) OR current_setting('app.sending_mail', true) = 'on');--> statement-breakpoint
CREATE POLICY outbox_sent ON outbox FOR UPDATE TO jiefang_app
  USING (tender_id IS NULL OR bid_is_visible(tender_id, organization_id) OR current_setting('app.sending_mail', true) = 'on');--> statement-breakpoint
CREATE POLICY outbox_added ON outbox FOR INSERT TO jiefang_app WITH CHECK (true);--> statement-breakpoint
REVOKE DELETE ON outbox FROM jiefang_app;--> statement-breakpoint

-- Who bids is not known to whoever tells them: the database writes to every bidder whose bid stands, and answers nothing.
CREATE FUNCTION write_to_bidders(of_tender uuid, what text, letter_kind text, letter_about jsonb, written_at timestamptz)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO outbox (id, key, kind, about, to_user_id, address, language, tender_id, organization_id, next_at, created_at)
  SELECT DISTINCT ON (u.id) gen_random_uuid(), what || ':' || u.id, letter_kind, letter_about, u.id, u.email, u.mail_language,
    b.tender_id, b.organization_id, written_at, written_at
  FROM bids b
    JOIN memberships m ON m.organization_id = b.organization_id AND m.role = 'manager'
    JOIN users u ON u.id = m.user_id AND u.email IS NOT NULL AND u.disabled_at IS NULL
  WHERE b.tender_id = of_tender AND b.state <> 'withdrawn'
  ON CONFLICT DO NOTHING
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION write_to_bidders(uuid, text, text, jsonb, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION write_to_bidders(uuid, text, text, jsonb, timestamptz) TO jiefang_app;
