-- A booking is made under a contract in force, also when the contract ends at that moment: whoever ends it holds the
-- row, and the booking waits here before it touches any counter.
CREATE FUNCTION require_active_contract() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM FROM contracts c WHERE c.id = NEW.contract_id AND c.status = 'active' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'contract % is not in force', NEW.contract_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bookings_contract_active';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER bookings_contract_active BEFORE INSERT ON bookings
  FOR EACH ROW EXECUTE FUNCTION require_active_contract();--> statement-breakpoint

-- What was signed as a change of a contract stays as it was signed.
CREATE FUNCTION keep_signed_amendment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.at IS NOT NULL THEN
    RAISE EXCEPTION 'amendment % is in force', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER contract_amendments_signed BEFORE UPDATE OR DELETE ON contract_amendments
  FOR EACH ROW EXECUTE FUNCTION keep_signed_amendment();
