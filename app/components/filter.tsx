import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/messages.ts";
import { withParams } from "./address.ts";
import { Button } from "./button.tsx";
import type { Option } from "./choices.tsx";

/** Filters on top of a list: a GET form to the same page; `count` says how many were found. */
export function FilterForm({ count, children }: { count?: ReactNode; children: ReactNode }) {
  const { filter } = useMessages().common;
  const { pathname, search } = useLocation();
  const sort = useParam("sort");
  return (
    <search className="filter">
      <form method="get" action={pathname} aria-label={filter.label}>
        {sort && <input type="hidden" name="sort" value={sort} />}
        {children}
        <div className="actions">
          <Button kind="plain" icon="search">
            {filter.apply}
          </Button>
          {search && <a href={pathname}>{filter.reset}</a>}
        </div>
      </form>
      {count && (
        <p className="count" role="status">
          {count}
        </p>
      )}
    </search>
  );
}

type FilterProps = { name: string; label: string };

/** Words to look for. */
export function FilterText({ name, label }: FilterProps) {
  return (
    <FilterField name={name} label={label}>
      <input type="search" id={`filter-${name}`} name={name} defaultValue={useParam(name)} />
    </FilterField>
  );
}

type FilterSelectProps = FilterProps & { options: readonly Option[]; all?: string };

/** One of several, or all of them, which sends an empty value. */
export function FilterSelect({ name, label, options, all }: FilterSelectProps) {
  const { filter } = useMessages().common;
  return (
    <FilterField name={name} label={label}>
      <select id={`filter-${name}`} name={name} defaultValue={useParam(name)}>
        <option value="">{all ?? filter.all}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </FilterField>
  );
}

/** A calendar day. */
export function FilterDay({ name, label }: FilterProps) {
  return (
    <FilterField name={name} label={label}>
      <input type="date" id={`filter-${name}`} name={name} defaultValue={useParam(name)} />
    </FilterField>
  );
}

function FilterField({ name, label, children }: FilterProps & { children: ReactNode }) {
  return (
    <p className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      {children}
    </p>
  );
}

function useParam(name: string): string {
  return new URLSearchParams(useLocation().search).get(name) ?? "";
}

/** The next page of a list that continues after the cursor `next`, and the way back to its start. */
export function Pager({ next, param = "after" }: { next: string | null; param?: string }) {
  const { pager } = useMessages().common;
  const location = useLocation();
  const later = new URLSearchParams(location.search).has(param);
  if (!next && !later) return null;
  return (
    <nav className="actions" aria-label={pager.label}>
      {later && <a href={withParams(location, { [param]: null })}>{pager.first}</a>}
      {next && (
        <a className="button plain" href={withParams(location, { [param]: next })} rel="next">
          {pager.next}
        </a>
      )}
    </nav>
  );
}
