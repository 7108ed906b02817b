CREATE TABLE "free_time_changes" (
	"offer_id" uuid,
	"worker_id" uuid,
	CONSTRAINT "free_time_changes_of_one" CHECK (num_nonnulls("free_time_changes"."offer_id", "free_time_changes"."worker_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "free_time_counts" (
	"offer_id" uuid PRIMARY KEY NOT NULL,
	"counted_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "free_times" (
	"offer_id" uuid NOT NULL,
	"latest_start" timestamp with time zone NOT NULL,
	"seats" integer,
	CONSTRAINT "free_times_pk" PRIMARY KEY("offer_id","latest_start")
);
--> statement-breakpoint
ALTER TABLE "free_time_counts" ADD CONSTRAINT "free_time_counts_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "free_times" ADD CONSTRAINT "free_times_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "free_time_counts_by_day" ON "free_time_counts" USING btree ("counted_on");
--> statement-breakpoint

-- Whatever decides when an offer has room says whose it was, in a row of its own for which nobody waits.
CREATE FUNCTION free_times_of_offer_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_TABLE_NAME = 'offers' THEN
    INSERT INTO free_time_changes (offer_id) VALUES (NEW.id);
  ELSE
    INSERT INTO free_time_changes (offer_id) VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.offer_id ELSE NEW.offer_id END);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION free_times_of_worker_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_TABLE_NAME = 'workers' THEN
    INSERT INTO free_time_changes (worker_id) VALUES (NEW.id);
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO free_time_changes (worker_id) VALUES (OLD.worker_id);
  END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.worker_id <> OLD.worker_id THEN
    INSERT INTO free_time_changes (worker_id) VALUES (NEW.worker_id);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION free_times_of_all_visits_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO free_time_changes (offer_id) SELECT id FROM offers WHERE published AND mode = 'visit';
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER offers_free_times_begin AFTER INSERT ON offers
  FOR EACH ROW WHEN (NEW.published) EXECUTE FUNCTION free_times_of_offer_change();--> statement-breakpoint
CREATE TRIGGER offers_free_times_change AFTER UPDATE ON offers
  FOR EACH ROW WHEN ((OLD.published, OLD.duration_minutes, OLD.buffer_before_minutes, OLD.buffer_after_minutes, OLD.horizon_days)
    IS DISTINCT FROM (NEW.published, NEW.duration_minutes, NEW.buffer_before_minutes, NEW.buffer_after_minutes, NEW.horizon_days))
  EXECUTE FUNCTION free_times_of_offer_change();--> statement-breakpoint
CREATE TRIGGER offer_workers_free_times_change AFTER INSERT OR DELETE ON offer_workers
  FOR EACH ROW EXECUTE FUNCTION free_times_of_offer_change();--> statement-breakpoint
CREATE TRIGGER service_sessions_free_times_change AFTER INSERT OR DELETE ON service_sessions
  FOR EACH ROW EXECUTE FUNCTION free_times_of_offer_change();--> statement-breakpoint
CREATE TRIGGER service_sessions_free_times_move AFTER UPDATE ON service_sessions
  FOR EACH ROW WHEN ((OLD.day, OLD.starts_at, OLD.capacity, OLD.taken) IS DISTINCT FROM (NEW.day, NEW.starts_at, NEW.capacity, NEW.taken))
  EXECUTE FUNCTION free_times_of_offer_change();--> statement-breakpoint
CREATE TRIGGER workers_free_times_change AFTER UPDATE ON workers
  FOR EACH ROW WHEN (OLD.active <> NEW.active) EXECUTE FUNCTION free_times_of_worker_change();--> statement-breakpoint
CREATE TRIGGER worker_hours_free_times_change AFTER INSERT OR UPDATE OR DELETE ON worker_hours
  FOR EACH ROW EXECUTE FUNCTION free_times_of_worker_change();--> statement-breakpoint
CREATE TRIGGER worker_days_free_times_change AFTER INSERT OR UPDATE OR DELETE ON worker_days
  FOR EACH ROW EXECUTE FUNCTION free_times_of_worker_change();--> statement-breakpoint
CREATE TRIGGER calendar_days_free_times_change AFTER INSERT OR UPDATE OR DELETE ON calendar_days
  FOR EACH STATEMENT EXECUTE FUNCTION free_times_of_all_visits_change();--> statement-breakpoint
-- The states are those that hold a worker's time.
CREATE TRIGGER bookings_free_times_begin AFTER INSERT ON bookings
  FOR EACH ROW WHEN (NEW.worker_id IS NOT NULL AND NEW.state IN ('confirmed', 'checked_in'))
  EXECUTE FUNCTION free_times_of_worker_change();--> statement-breakpoint
CREATE TRIGGER bookings_free_times_change AFTER UPDATE ON bookings
  FOR EACH ROW WHEN (OLD.worker_id IS NOT NULL
    AND (OLD.worker_id, OLD.occupied, OLD.state IN ('confirmed', 'checked_in'))
      IS DISTINCT FROM (NEW.worker_id, NEW.occupied, NEW.state IN ('confirmed', 'checked_in')))
  EXECUTE FUNCTION free_times_of_worker_change();--> statement-breakpoint
INSERT INTO free_time_changes (offer_id) SELECT id FROM offers WHERE published;
