import type { PriceSplit } from "#app/domain/eligibility/price-split.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Fen } from "#app/values/money.ts";

type OfferPriceProps = {
  split: PriceSplit;
  /** What those pay for whom the subsidy is. */
  withSubsidy: Fen | null;
};

/** A price as the reader pays it, and what it is made of; without a subsidy for her, what others may pay. */
export function OfferPrice({ split, withSubsidy }: OfferPriceProps) {
  const { price: words } = useMessages().services;
  const { money } = useFormat();
  const { price, fundShare, residentShare } = split;
  if (fundShare > 0) {
    return (
      <>
        <strong>{words.pays(money(residentShare))}</strong>
        <span className="note">{words.before(money(price), money(fundShare))}</span>
      </>
    );
  }
  return (
    <>
      <strong>{money(price)}</strong>
      {withSubsidy !== null && (
        <span className="note">{words.withSubsidy(money(withSubsidy))}</span>
      )}
    </>
  );
}
