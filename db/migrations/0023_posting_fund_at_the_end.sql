-- Asked at the end of the transaction: a posting may be written in one statement with its movement.
DROP TRIGGER postings_in_its_fund ON postings;--> statement-breakpoint
CREATE OR REPLACE FUNCTION check_posting_fund() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT FROM fund_transactions t WHERE t.id = NEW.transaction_id AND NEW.fund_id IN (t.fund_id, t.to_fund_id)) THEN
    RAISE EXCEPTION 'a posting of % stands in a fund that it does not name', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER postings_in_its_fund AFTER INSERT ON postings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_posting_fund();
