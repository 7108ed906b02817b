-- What the event log says of bids is sealed like the bids: before the deadline it exists for the bidder alone.
-- The worker, who seals the log into the chains as the same role, finds these events once they may be read.
CREATE FUNCTION bid_event_is_visible(detail jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM tenders t WHERE t.id = (detail ->> 'tenderId')::uuid AND t.deadline <= clock_now())
    OR EXISTS (SELECT FROM bids b WHERE b.id = (detail ->> 'bidId')::uuid
      AND b.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
$$;--> statement-breakpoint
ALTER TABLE events ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY events_read ON events FOR SELECT TO jiefang_app
  USING (name NOT IN ('bid.submitted', 'bid.withdrawn') OR bid_event_is_visible(detail));--> statement-breakpoint
CREATE POLICY events_added ON events FOR INSERT TO jiefang_app WITH CHECK (true);
