-- What the schema files cannot say: exclusion constraints, the ledger's triggers, append-only
-- records, row-level security, the auditors' views and the application role's rights.

-- One worker, and one resident, is in one place at a time.
ALTER TABLE bookings ADD CONSTRAINT bookings_worker_free EXCLUDE USING gist
  (worker_id WITH =, occupied WITH &&) WHERE (worker_id IS NOT NULL AND state IN ('confirmed', 'checked_in'));--> statement-breakpoint
ALTER TABLE bookings ADD CONSTRAINT bookings_resident_free EXCLUDE USING gist
  (resident_id WITH =, during WITH &&) WHERE (state IN ('confirmed', 'checked_in'));--> statement-breakpoint
ALTER TABLE service_sessions SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE contract_counters SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE personal_quotas SET (fillfactor = 50);--> statement-breakpoint

-- Records that are only ever added.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER chain_links_append_only BEFORE UPDATE OR DELETE ON chain_links
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER postings_append_only BEFORE UPDATE OR DELETE ON postings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER fund_transactions_append_only BEFORE UPDATE OR DELETE ON fund_transactions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE ON receipts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- The digest of an event: what its chain link and a bidder's receipt are made over.
CREATE FUNCTION event_digest(event events) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', event.id::text, coalesce(event.office_id::text, '-'),
    event.name, coalesce(event.by_user_id::text, '-'), event.by_role,
    (extract(epoch FROM event.at) * 1000000)::bigint::text, event.detail::text), 'UTF8')), 'hex')
$$;--> statement-breakpoint
CREATE FUNCTION write_event_digest() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.digest := event_digest(NEW);
  NEW.transaction := pg_current_xact_id();
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER events_digest BEFORE INSERT ON events
  FOR EACH ROW EXECUTE FUNCTION write_event_digest();--> statement-breakpoint

-- Balances follow the postings; their CHECKs refuse what the fund does not hold.
CREATE FUNCTION apply_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  UPDATE fund_balances SET amount = amount + NEW.amount WHERE fund_id = NEW.fund_id AND account = NEW.account;
  IF NOT FOUND THEN INSERT INTO fund_balances VALUES (NEW.fund_id, NEW.account, NEW.amount); END IF;
  IF NEW.project_id IS NOT NULL THEN
    UPDATE project_balances SET amount = amount + NEW.amount WHERE project_id = NEW.project_id AND account = NEW.account;
    IF NOT FOUND THEN INSERT INTO project_balances VALUES (NEW.project_id, NEW.account, NEW.amount); END IF;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER postings_apply AFTER INSERT ON postings
  FOR EACH ROW EXECUTE FUNCTION apply_posting();--> statement-breakpoint
CREATE FUNCTION check_transaction_sums() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT sum(amount) FROM postings WHERE transaction_id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'the postings of % do not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER postings_sum_to_zero AFTER INSERT ON postings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_transaction_sums();--> statement-breakpoint
CREATE FUNCTION check_transaction_has_postings() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT FROM postings WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'fund transaction % has no postings', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER fund_transactions_have_postings AFTER INSERT ON fund_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_transaction_has_postings();--> statement-breakpoint
CREATE FUNCTION check_contract_money() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (
    SELECT FROM contracts c WHERE c.project_id = NEW.project_id AND c.status <> 'terminated'
      AND c.value < (SELECT coalesce(sum(amount), 0) FROM project_balances b
        WHERE b.project_id = c.project_id AND b.account IN ('committed', 'payable', 'paid'))
  ) THEN
    RAISE EXCEPTION 'project % holds more than its contract is worth', NEW.project_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER postings_within_contract AFTER INSERT ON postings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.account IN ('committed', 'payable', 'paid') AND NEW.project_id IS NOT NULL)
  EXECUTE FUNCTION check_contract_money();--> statement-breakpoint
CREATE FUNCTION check_nothing_reserved() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM project_balances WHERE project_id = NEW.project_id AND account = 'reserved' AND amount <> 0) THEN
    RAISE EXCEPTION 'tender % ended with money still reserved', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER tenders_end_with_nothing_reserved AFTER UPDATE OF status ON tenders
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status IN ('contracted', 'failed', 'cancelled'))
  EXECUTE FUNCTION check_nothing_reserved();--> statement-breakpoint
CREATE FUNCTION check_milestones_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  id_of_contract uuid := (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'contracts' THEN 'id' ELSE 'contract_id' END)::uuid;
BEGIN
  IF EXISTS (SELECT FROM contracts c WHERE c.id = id_of_contract AND c.value <>
    (SELECT coalesce(sum(m.cap), 0) FROM milestones m WHERE m.contract_id = c.id)) THEN
    RAISE EXCEPTION 'the milestones of contract % do not sum to its value', id_of_contract USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contracts_milestones_sum AFTER INSERT OR UPDATE OF value ON contracts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_milestones_sum();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER milestones_sum AFTER INSERT OR UPDATE OF cap ON milestones
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_milestones_sum();--> statement-breakpoint

-- Before the deadline a bid and its receipts exist for the bidder alone.
CREATE FUNCTION bid_is_visible(of_tender uuid, of_organization uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_organization = nullif(current_setting('app.organization_id', true), '')::uuid
    OR EXISTS (SELECT FROM tenders t WHERE t.id = of_tender AND t.deadline <= clock_now())
$$;--> statement-breakpoint
ALTER TABLE bids ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY bids_sealed ON bids TO jiefang_app
  USING (bid_is_visible(tender_id, organization_id)) WITH CHECK (bid_is_visible(tender_id, organization_id));--> statement-breakpoint
ALTER TABLE receipts ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY receipts_sealed ON receipts TO jiefang_app
  USING (bid_is_visible(tender_id, organization_id)) WITH CHECK (bid_is_visible(tender_id, organization_id));--> statement-breakpoint

-- Views for auditors; documented in docs/operations.md.
CREATE SCHEMA audit;--> statement-breakpoint
CREATE VIEW audit.seats AS
  SELECT id AS session, capacity, taken FROM service_sessions;--> statement-breakpoint
CREATE VIEW audit.bookings AS
  SELECT id, resident_id AS resident, worker_id AS worker, service_session_id AS session, during, state::text AS state, office_id AS office FROM bookings;--> statement-breakpoint
CREATE VIEW audit.postings AS
  SELECT p.transaction_id AS transaction, p.fund_id AS fund, p.account::text AS account, p.amount AS amount_fen, t.kind::text AS event, t.entity_id AS entity
  FROM postings p JOIN fund_transactions t ON t.id = p.transaction_id;--> statement-breakpoint
CREATE VIEW audit.balances AS
  SELECT fund_id AS fund, account::text AS account, amount AS amount_fen FROM fund_balances;--> statement-breakpoint
CREATE VIEW audit.tenders AS
  SELECT t.id, t.office_id AS office,
    CASE WHEN t.status = 'open' AND t.deadline <= clock_now() THEN 'closed' ELSE t.status::text END AS state,
    t.deadline,
    CASE WHEN t.deadline <= clock_now() THEN (SELECT count(*) FROM bids b WHERE b.tender_id = t.id AND b.state <> 'withdrawn') END AS submitted_bids
  FROM tenders t;--> statement-breakpoint
CREATE VIEW audit.chain AS
  SELECT l.chain AS office, l.seq, l.previous, l.hash, e.at, e.by_user_id AS actor, e.name AS event
  FROM chain_links l JOIN events e ON e.id = l.event_id;--> statement-breakpoint
DO $$ BEGIN
  CREATE ROLE jiefang_auditor NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA audit TO jiefang_auditor;--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA audit TO jiefang_auditor;--> statement-breakpoint
GRANT SELECT ON clock TO jiefang_auditor;--> statement-breakpoint

-- What the application may do.
GRANT USAGE ON SCHEMA public, drizzle TO jiefang_app;--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO jiefang_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO jiefang_app;--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO jiefang_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO jiefang_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO jiefang_app;--> statement-breakpoint
REVOKE UPDATE, DELETE ON events, chain_links, postings, fund_transactions, receipts FROM jiefang_app;--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON fund_balances, project_balances, clock FROM jiefang_app;
