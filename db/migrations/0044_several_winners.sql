ALTER TABLE "contracts" DROP CONSTRAINT "contracts_one_per_bid";--> statement-breakpoint
ALTER TABLE "tenders" DROP CONSTRAINT "tenders_winners";--> statement-breakpoint
-- Until now such a tender went on with one winner.
UPDATE tenders SET winners = 1 WHERE winners > 1 AND published_at IS NOT NULL;--> statement-breakpoint
UPDATE tenders SET winners = 10 WHERE winners > 10;--> statement-breakpoint
ALTER TABLE "superseded_sheets" ADD COLUMN "also_recommended" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "winner_cap" bigint;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "also_recommended" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_one_per_bid" ON "contracts" USING btree ("tender_id","bid_id") WHERE "contracts"."status" <> 'terminated';--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_also_recommended" CHECK (cardinality("tenders"."also_recommended") < "tenders"."winners");--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_winner_cap" CHECK ("tenders"."winner_cap" is null or ("tenders"."winner_cap" > 0 and "tenders"."winners" > 1));--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_several_are_capped" CHECK ("tenders"."published_at" is null or "tenders"."winners" = 1 or "tenders"."winner_cap" is not null);--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_winners" CHECK ("tenders"."winners" between 1 and 10);;--> statement-breakpoint

-- How many win, and with what cap each, stays as it was published.
CREATE FUNCTION refuse_changed_winners() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'the winners and caps of tender % are frozen', OLD.id USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER tenders_winners_frozen BEFORE UPDATE OF winners, winner_cap ON tenders
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL AND (NEW.winners, NEW.winner_cap) IS DISTINCT FROM (OLD.winners, OLD.winner_cap))
  EXECUTE FUNCTION refuse_changed_winners();--> statement-breakpoint

-- Several contracts share a project, so what one of them holds is counted by the contract, its milestones and its amendments.
CREATE FUNCTION contract_of(entity uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT c.id FROM contracts c WHERE c.id = entity
  UNION ALL SELECT m.contract_id FROM milestones m WHERE m.id = entity
  UNION ALL SELECT a.contract_id FROM contract_amendments a WHERE a.id = entity
  UNION ALL SELECT m.contract_id FROM claw_backs b JOIN milestones m ON m.id = b.milestone_id WHERE b.id = entity
$$;--> statement-breakpoint
CREATE FUNCTION contract_holds(of_contract uuid, VARIADIC in_accounts fund_account[]) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(p.amount), 0)::bigint
  FROM contracts c
  JOIN postings p ON p.project_id = c.project_id AND p.account = ANY (in_accounts)
  JOIN fund_transactions t ON t.id = p.transaction_id
  LEFT JOIN fund_transactions o ON o.id = t.reverses_id
  WHERE c.id = of_contract AND contract_of(coalesce(o.entity_id, t.entity_id)) = c.id
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION check_contract_money() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  worth bigint;
BEGIN
  IF EXISTS (SELECT FROM contracts c
    WHERE c.id = (SELECT contract_of(coalesce(o.entity_id, t.entity_id)) FROM fund_transactions t
      LEFT JOIN fund_transactions o ON o.id = t.reverses_id WHERE t.id = NEW.transaction_id)
    AND c.value < contract_holds(c.id, 'committed', 'payable', 'paid')
  ) THEN
    RAISE EXCEPTION 'a contract of project % holds more than it is worth', NEW.project_id USING ERRCODE = 'check_violation';
  END IF;
  SELECT sum(value) INTO worth FROM contracts c WHERE c.project_id = NEW.project_id AND c.activated_at IS NOT NULL;
  IF worth < (SELECT coalesce(sum(amount), 0) FROM project_balances b
    WHERE b.project_id = NEW.project_id AND b.account IN ('committed', 'payable', 'paid')) THEN
    RAISE EXCEPTION 'project % holds more than its contracts are worth', NEW.project_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
