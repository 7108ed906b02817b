/** A value in a document: where exactly, where without the numbers of its lists, and its field's name. */
export type Found = { address: string; place: string; name: string; value: unknown };

/** Every field and entry of a document, from the whole down to its single words. */
export function walk(value: unknown, address = "", place = "", name = ""): Found[] {
  const here = { address, place, name, value };
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    return [
      here,
      ...entries.flatMap((entry, index) => walk(entry, `${address}[${index}]`, place, name)),
    ];
  }
  if (typeof value !== "object" || value === null) return [here];
  const within = (field: string) => (address === "" ? field : `${address}.${field}`);
  const at = (field: string) => (place === "" ? field : `${place}.${field}`);
  return [
    here,
    ...Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .flatMap(([field, inner]) => walk(inner, within(field), at(field), field)),
  ];
}
