ALTER TYPE "public"."method" ADD VALUE 'consult';--> statement-breakpoint
ALTER TYPE "public"."method" ADD VALUE 'lowest_price';--> statement-breakpoint
ALTER TYPE "public"."method" ADD VALUE 'direct';--> statement-breakpoint
ALTER TYPE "public"."method" ADD VALUE 'two_way';--> statement-breakpoint
ALTER TYPE "public"."method" ADD VALUE 'panel';--> statement-breakpoint
ALTER TYPE "public"."panel_capacity" ADD VALUE 'witness';--> statement-breakpoint
CREATE TABLE "method_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile" text NOT NULL,
	"method" text NOT NULL,
	"rules" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"set_by" uuid,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threshold_tables" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bands" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"set_by" uuid,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "budget_item" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "invited_organization_id" uuid;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "direct_ground" text;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "direct_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "winners" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "reduced_bids_reason" text;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "method_rules" ADD CONSTRAINT "method_rules_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_tables" ADD CONSTRAINT "threshold_tables_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "method_rules_newest" ON "method_rules" USING btree ("profile","method","valid_from" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "threshold_tables_newest" ON "threshold_tables" USING btree ("valid_from" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_invited_organization_id_organizations_id_fk" FOREIGN KEY ("invited_organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_winners" CHECK ("tenders"."winners" between 1 and 20);--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_rounds" CHECK ("tenders"."round" between 1 and 2);--> statement-breakpoint
-- What a new installation begins with; the operator adds newer rows.
INSERT INTO "method_rules" ("id", "profile", "method", "rules", "valid_from", "reason") VALUES
  (gen_random_uuid(), 'community', 'open_scored', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":7,"amendmentDays":3,"minimumBids":3,"panel":{"minimum":3,"odd":true,"outsiders":1,"residentRepresentatives":1,"witnesses":0,"experts":[0,1]},"priceWeight":{"from":10,"to":30},"standstillWorkingDays":3,"lowerRank":true}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'community', 'consult', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":2,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":5,"amendmentDays":3,"minimumBids":3,"panel":{"minimum":3,"odd":true,"outsiders":1,"residentRepresentatives":1,"witnesses":0,"experts":[0,1]},"priceWeight":{"from":10,"to":30},"standstillWorkingDays":3,"lowerRank":true}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'community', 'lowest_price', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":3,"amendmentDays":1,"minimumBids":3,"panel":{"minimum":2,"odd":false,"outsiders":0,"residentRepresentatives":0,"witnesses":1,"experts":[0,1]},"priceWeight":{"from":100,"to":100},"standstillWorkingDays":2,"lowerRank":true}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'community', 'direct', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":20000000,"grounds":["only_supplier","emergency","continuity","no_bids_before","small_value"],"openDays":1,"amendmentDays":1,"minimumBids":1,"panel":{"minimum":2,"odd":false,"outsiders":0,"residentRepresentatives":0,"witnesses":1,"experts":[0,1]},"priceWeight":{"from":100,"to":100},"standstillWorkingDays":5,"lowerRank":true}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'community', 'two_way', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":5000000,"supplierYearCap":null,"grounds":[],"openDays":5,"amendmentDays":3,"minimumBids":1,"panel":{"minimum":3,"odd":true,"outsiders":1,"residentRepresentatives":1,"witnesses":0,"experts":[0,1]},"priceWeight":{"from":0,"to":0},"standstillWorkingDays":3,"lowerRank":true}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'community', 'panel', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":7,"amendmentDays":3,"minimumBids":3,"panel":{"minimum":3,"odd":true,"outsiders":1,"residentRepresentatives":1,"witnesses":0,"experts":[0,1]},"priceWeight":{"from":10,"to":30},"standstillWorkingDays":3,"lowerRank":true}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'statutory', 'open_scored', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":20,"amendmentDays":15,"minimumBids":3,"panel":{"minimum":5,"odd":true,"outsiders":0,"residentRepresentatives":0,"witnesses":0,"experts":[2,3]},"priceWeight":{"from":10,"to":100},"standstillWorkingDays":7,"lowerRank":false}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'statutory', 'consult', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":2,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":10,"amendmentDays":5,"minimumBids":3,"panel":{"minimum":3,"odd":true,"outsiders":0,"residentRepresentatives":0,"witnesses":0,"experts":[2,3]},"priceWeight":{"from":10,"to":30},"standstillWorkingDays":7,"lowerRank":false}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'statutory', 'lowest_price', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":20,"amendmentDays":15,"minimumBids":3,"panel":{"minimum":5,"odd":true,"outsiders":0,"residentRepresentatives":0,"witnesses":0,"experts":[2,3]},"priceWeight":{"from":100,"to":100},"standstillWorkingDays":7,"lowerRank":false}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'statutory', 'direct', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":["only_supplier","emergency","continuity"],"openDays":1,"amendmentDays":1,"minimumBids":1,"panel":{"minimum":3,"odd":true,"outsiders":0,"residentRepresentatives":0,"witnesses":0,"experts":[2,3]},"priceWeight":{"from":100,"to":100},"standstillWorkingDays":5,"lowerRank":false}', '2000-01-01T00:00:00Z', '启用时的规则'),
  (gen_random_uuid(), 'statutory', 'panel', '{"consultingWorkingDays":3,"challenge":{"fileWorkingDays":7,"answerWorkingDays":7,"escalateWorkingDays":15,"decideWorkingDays":30},"signingDays":30,"amendmentLimitBp":1000,"lowBid":{"othersMeanBp":5000,"secondLowestBp":5000,"ceilingBp":4500},"reducedBids":null,"valueCap":null,"supplierYearCap":null,"grounds":[],"openDays":20,"amendmentDays":15,"minimumBids":3,"panel":{"minimum":5,"odd":true,"outsiders":0,"residentRepresentatives":0,"witnesses":0,"experts":[2,3]},"priceWeight":{"from":10,"to":100},"standstillWorkingDays":7,"lowerRank":false}', '2000-01-01T00:00:00Z', '启用时的规则');--> statement-breakpoint
INSERT INTO "threshold_tables" ("id", "bands", "valid_from", "reason") VALUES (gen_random_uuid(), $json$[{"below":10000000,"allowed":{"community":["open_scored","consult","lowest_price","direct","two_way","panel"],"statutory":["open_scored","consult","lowest_price","direct","panel"]}},{"below":40000000,"allowed":{"community":["open_scored","consult","lowest_price","panel"],"statutory":["open_scored","consult","lowest_price","direct","panel"]}},{"below":100000000,"allowed":{"community":["open_scored","consult","panel"],"statutory":["open_scored","consult","lowest_price","direct","panel"]}},{"below":null,"allowed":{"community":[],"statutory":["open_scored","consult","lowest_price","direct","panel"]}}]$json$, '2000-01-01T00:00:00Z', '启用时的规则');--> statement-breakpoint
UPDATE "tenders" t SET "rules" = (SELECT r.rules FROM "method_rules" r WHERE r.profile = t.profile::text AND r.method = t.method::text)
WHERE t.published_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_published_by_rules" CHECK ("tenders"."published_at" is null or "tenders"."rules" is not null);--> statement-breakpoint
REVOKE UPDATE, DELETE ON method_rules, threshold_tables FROM jiefang_app;--> statement-breakpoint
CREATE TRIGGER method_rules_append_only BEFORE UPDATE OR DELETE ON method_rules
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER threshold_tables_append_only BEFORE UPDATE OR DELETE ON threshold_tables
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- The rules by which a tender was published stay as they were.
CREATE FUNCTION refuse_changed_rules() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'the rules of tender % are frozen', OLD.id USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER tenders_rules_frozen BEFORE UPDATE OF rules ON tenders
  FOR EACH ROW WHEN (OLD.rules IS NOT NULL AND NEW.rules IS DISTINCT FROM OLD.rules)
  EXECUTE FUNCTION refuse_changed_rules();
