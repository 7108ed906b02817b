-- Every fund of a movement sums to zero by itself, so that what is passed to another fund leaves both balanced.
CREATE OR REPLACE FUNCTION check_transaction_sums() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM postings WHERE transaction_id = NEW.transaction_id GROUP BY fund_id HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'the postings of % do not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION check_posting_fund() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT FROM fund_transactions t WHERE t.id = NEW.transaction_id AND NEW.fund_id IN (t.fund_id, t.to_fund_id)) THEN
    RAISE EXCEPTION 'a posting of % stands in a fund that it does not name', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER postings_in_its_fund BEFORE INSERT ON postings
  FOR EACH ROW EXECUTE FUNCTION check_posting_fund();--> statement-breakpoint

-- A closed fund takes no new money and no new project.
CREATE FUNCTION refuse_closed_fund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed uuid[] := ARRAY(SELECT f.id FROM funds f WHERE f.id IN (NEW.fund_id, NEW.to_fund_id) AND f.closed_at IS NOT NULL FOR SHARE);
BEGIN
  IF (NEW.fund_id = ANY(closed) AND NEW.kind::text IN ('allocate', 'allocate_task', 'publish', 'transfer', 'reverse'))
    OR NEW.to_fund_id = ANY(closed) THEN
    RAISE EXCEPTION 'fund % is closed', NEW.fund_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER fund_transactions_in_open_fund BEFORE INSERT ON fund_transactions
  FOR EACH ROW EXECUTE FUNCTION refuse_closed_fund();--> statement-breakpoint
CREATE FUNCTION keep_fund_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
    RAISE EXCEPTION 'fund % is closed for good', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER funds_closed_for_good BEFORE UPDATE ON funds
  FOR EACH ROW EXECUTE FUNCTION keep_fund_closed();--> statement-breakpoint
CREATE FUNCTION check_fund_part() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (
    SELECT FROM funds p, communities c WHERE p.id = NEW.parent_id AND c.id = NEW.community_id AND p.parent_id IS NULL
      AND p.office_id = NEW.office_id AND c.office_id = NEW.office_id AND p.year = NEW.year
  ) THEN
    RAISE EXCEPTION 'fund % is no part of its parent', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER funds_parts_fit BEFORE INSERT OR UPDATE ON funds
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION check_fund_part();--> statement-breakpoint

-- A reversal is the mirror of what it reverses, by somebody else.
CREATE FUNCTION check_reversal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (
    SELECT FROM postings WHERE transaction_id IN (NEW.id, NEW.reverses_id)
    GROUP BY fund_id, account, project_id HAVING sum(amount) <> 0
  ) OR EXISTS (SELECT FROM fund_transactions t WHERE t.id = NEW.reverses_id AND t.by_user_id = NEW.by_user_id) THEN
    RAISE EXCEPTION '% does not reverse %', NEW.id, NEW.reverses_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER fund_transactions_mirror AFTER INSERT ON fund_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION check_reversal();--> statement-breakpoint

-- What a bank was told stays as it was told; only its answer is added, once.
CREATE FUNCTION keep_payment_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.state <> 'sent' OR (to_jsonb(NEW) - ARRAY['state', 'answered_at', 'failed_reason', 'bank_reference'])
    <> (to_jsonb(OLD) - ARRAY['state', 'answered_at', 'failed_reason', 'bank_reference']) THEN
    RAISE EXCEPTION 'payment order % is fixed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER payment_orders_fixed BEFORE UPDATE ON payment_orders
  FOR EACH ROW EXECUTE FUNCTION keep_payment_order();--> statement-breakpoint
CREATE TRIGGER payment_orders_stay BEFORE DELETE ON payment_orders
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER bank_accounts_append_only BEFORE UPDATE OR DELETE ON bank_accounts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER claw_backs_append_only BEFORE UPDATE OR DELETE ON claw_backs
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER fund_tasks_append_only BEFORE UPDATE OR DELETE ON fund_tasks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE ON bank_accounts, claw_backs, fund_tasks FROM jiefang_app;--> statement-breakpoint
REVOKE DELETE ON payment_orders FROM jiefang_app;
