/** Where a printed copy leads: the page of now, which says whether the copy still holds. */
export function printedAddress({
  base,
  organisation,
  language,
  key,
  version,
}: {
  readonly base: string;
  readonly organisation: string;
  readonly language: string;
  readonly key: string | null;
  readonly version: string;
}): string {
  const address = new URL(`/routine/${organisation}`, base);
  address.searchParams.set('lang', language);
  address.searchParams.set('printed', version);
  if (key !== null) address.searchParams.set('key', key);
  return address.href;
}
