const doi = /^(?:doi:\s{0,3}|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^\s"<>]{1,500})$/i;

/** The DOI that the whole text is: bare, after `doi:`, or as an address of doi.org; null for anything else. */
export function doiOf(text: string): string | null {
  return doi.exec(text.trim())?.[1]?.replace(/[.,;]+$/, '') ?? null;
}

const address = /^https?:\/\/[^\s"<>]{1,2000}$/i;

/** Whether the whole text is an address on the web. */
export function isWebAddress(text: string): boolean {
  return address.test(text.trim());
}
