import type { ContractFigures, ContractPayment } from "#app/domain/milestones/contract-figures.ts";
import type { RatingSummary } from "#app/domain/reviews/statistics.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf, daysBetween } from "#app/values/time.ts";
import { NumberBig, Numbers } from "../facts.tsx";
import { Calculation } from "../milestones/calculation.tsx";
import { SampleAnswers } from "../milestones/sample-answers.tsx";
import { TimeToPayNumber } from "../milestones/time-to-pay.tsx";
import { EmptyState } from "../notice.tsx";
import { More, Section } from "../page.tsx";

/** What a contract bought, delivered, how satisfied the residents are, and what was paid, each with what it counts. */
export function ContractNumbers({ contract }: { contract: ContractFigures }) {
  const { numbers } = useMessages().milestones;
  const format = useFormat();
  const { value, booked, delivered, paid, ratings, payments, timeToPay } = contract;
  return (
    <>
      <Section title={numbers.title}>
        <Numbers>
          <NumberBig label={numbers.bought} value={format.money(value)} />
          <NumberBig
            label={numbers.delivered}
            value={format.count(delivered, "time")}
            note={numbers.deliveredNote(format.count(booked, "booking"))}
          />
          <Satisfied ratings={ratings} />
          <NumberBig
            label={numbers.paid}
            value={format.money(paid)}
            note={numbers.paidNote(format.money(value))}
          />
          <TimeToPayNumber time={timeToPay} office />
        </Numbers>
      </Section>
      <Section title={numbers.payments} note={numbers.paymentsNote}>
        {payments.length === 0 && <EmptyState>{numbers.noPayments}</EmptyState>}
        {payments.map((payment) => (
          <Payment key={payment.id} payment={payment} />
        ))}
      </Section>
    </>
  );
}

/** Never a share without its n, nor without what so few can prove. */
export function Satisfied({ ratings }: { ratings: RatingSummary }) {
  const { numbers, why } = useMessages().milestones;
  const format = useFormat();
  const { n, satisfiedShare, lower } = ratings;
  if (satisfiedShare === null || lower === null) {
    return (
      <NumberBig label={numbers.satisfied} value={numbers.unrated} note={numbers.unratedNote} />
    );
  }
  const percent = (share: number) => why.percent(format.decimal(share * 100, 0));
  return (
    <NumberBig
      label={numbers.satisfied}
      value={percent(satisfiedShare)}
      note={numbers.satisfiedNote(percent(lower), format.count(n, "review"))}
    />
  );
}

/** How long a payment waited after acceptance, in days. */
function useWaited() {
  const { speed } = useMessages().payments;
  const { number } = useFormat();
  return (acceptedAt: Date, paidAt: Date) => {
    const days = daysBetween(dayOf(acceptedAt), dayOf(paidAt));
    return days === 0 ? speed.sameDay : speed.days(number(days));
  };
}

function Payment({ payment }: { payment: ContractPayment }) {
  const { numbers, why } = useMessages().milestones;
  const format = useFormat();
  const { name, pay, calculation, paidAt, acceptedAt, paymentReference, returned } = payment;
  const waited = useWaited();
  if (pay === null || !calculation || !acceptedAt) return null;
  return (
    <>
      <p>
        <strong>{numbers.payment(name, format.money(pay))}</strong>
      </p>
      <p>
        {paidAt
          ? numbers.paidOn(format.stamp(paidAt), paymentReference ?? "")
          : numbers.acceptedOn(format.stamp(acceptedAt))}
      </p>
      {paidAt && <p className="note">{waited(acceptedAt, paidAt)}</p>}
      {returned > 0 && <p>{numbers.returned(format.money(returned))}</p>}
      <More label={why.summary(format.money(pay))}>
        <Calculation calculation={calculation} />
        <SampleAnswers sample={calculation.sample} />
      </More>
    </>
  );
}
