import { notFound } from "#app/http/params.server.ts";

/** Every address that no other route knows. */
export function loader() {
  return notFound();
}

export default function NotFound() {
  return null;
}
