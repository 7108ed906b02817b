CREATE TABLE "unsealed_events" (
	"transaction" "xid8" NOT NULL,
	"event_id" uuid NOT NULL,
	"not_before" timestamp with time zone,
	CONSTRAINT "unsealed_events_pk" PRIMARY KEY("transaction","event_id")
);
--> statement-breakpoint
CREATE INDEX "tenders_waiting_for_deadline" ON "tenders" USING btree ("deadline") WHERE "tenders"."status" = 'open';--> statement-breakpoint
CREATE INDEX "tenders_in_standstill" ON "tenders" USING btree ("standstill_ends_at") WHERE "tenders"."status" = 'publicised';--> statement-breakpoint

-- Every new event waits to be sealed; what it says of a bid waits for the tender's deadline.
CREATE FUNCTION await_sealing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO unsealed_events (transaction, event_id, not_before)
  SELECT e.transaction, e.id, CASE WHEN e.name IN ('bid.submitted', 'bid.withdrawn') THEN
    (SELECT t.deadline FROM tenders t WHERE t.id = (e.detail ->> 'tenderId')::uuid) END
  FROM added e;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER events_await_sealing AFTER INSERT ON events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION await_sealing();--> statement-breakpoint
INSERT INTO unsealed_events (transaction, event_id, not_before)
SELECT e.transaction, e.id, CASE WHEN e.name IN ('bid.submitted', 'bid.withdrawn') THEN
  (SELECT t.deadline FROM tenders t WHERE t.id = (e.detail ->> 'tenderId')::uuid) END
FROM events e WHERE NOT EXISTS (SELECT FROM chain_links l WHERE l.event_id = e.id);--> statement-breakpoint
ALTER TABLE unsealed_events ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY unsealed_events_seen ON unsealed_events FOR SELECT TO jiefang_app
  USING (EXISTS (SELECT FROM events e WHERE e.id = event_id));--> statement-breakpoint
CREATE POLICY unsealed_events_sealed ON unsealed_events FOR DELETE TO jiefang_app
  USING (EXISTS (SELECT FROM events e WHERE e.id = event_id));--> statement-breakpoint
CREATE POLICY unsealed_events_added ON unsealed_events FOR INSERT TO jiefang_app WITH CHECK (true);--> statement-breakpoint
REVOKE UPDATE ON unsealed_events FROM jiefang_app;
