export function withFrom(path: string, from: string | undefined): string {
  return withParam(path, "from", from);
}

export function withParam(path: string, name: string, value: string | undefined): string {
  return value ? `${path}?${new URLSearchParams({ [name]: value })}` : path;
}

export type Chosen = { day?: string; start?: string; session?: string };

export function withParams(path: string, params: Chosen): string {
  const query = new URLSearchParams(params).toString();
  return query ? `${path}?${query}` : path;
}
