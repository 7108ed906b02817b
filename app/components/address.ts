type Place = { pathname: string; search: string };

/** The same page with some parameters changed; `null` takes one away. */
export function withParams({ pathname, search }: Place, changes: Record<string, string | null>) {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  return query ? `${pathname}?${query}` : pathname;
}
