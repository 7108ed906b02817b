import { LinkButton } from "#app/components/button.tsx";
import { Actions } from "#app/components/page.tsx";
import type { Balances } from "#app/domain/fund/ledger.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Fund = { id: string; parentId: string | null; closedAt: Date | null; balances: Balances };

type Props = {
  fund: Fund;
  yearEnds: { decidedAt: Date | null }[];
  roles: readonly string[];
};

/** What the reader may do with the fund now. */
export function FundActions({ fund, yearEnds, roles }: Props) {
  const { fund: words } = useMessages();
  const { id, parentId, closedAt, balances } = fund;
  const waiting = yearEnds.some(({ decidedAt }) => !decidedAt);
  const finance = roles.includes("finance");
  const open = finance && !closedAt;
  const left = balances.available > 0;
  const links = [
    { may: open, to: paths.office.allocation(id), label: words.allocation.start },
    { may: open, to: paths.office.taskAllocation(id), label: words.taskAllocation.start },
    { may: open && !parentId && left, to: paths.office.setAside(id), label: words.part.start },
    { may: open && parentId && left, to: paths.office.giveBack(id), label: words.giveBack.start },
    {
      may: finance && !waiting && (!closedAt || left),
      to: paths.office.yearEnd(id),
      label: words.yearEnd.start,
    },
    {
      may: waiting && roles.includes("approver"),
      to: paths.office.yearEndDecision(id),
      label: words.yearEnd.decide,
    },
  ].filter(({ may }) => may);
  if (links.length === 0) return null;
  return (
    <Actions>
      {links.map(({ to, label }, index) => (
        <LinkButton key={to} to={to} kind={index === 0 ? "main" : "plain"}>
          {label}
        </LinkButton>
      ))}
    </Actions>
  );
}
