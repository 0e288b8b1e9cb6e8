import type { MarkStyle } from '../model';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** What the standard has no word for, in a context of our own. */
export const OWN_CONTEXT = { lectern: 'urn:lectern:terms:' } as const;

/** The part of a PDF that a fragment names (RFC 8118). */
export const PDF_FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3778';

export const motivations: Record<MarkStyle, string> = {
  highlight: 'highlighting', underline: 'highlighting', strike: 'editing', note: 'commenting', text: 'commenting', ink: 'highlighting', area: 'highlighting',
};

const ANNOTATION = 'urn:lectern:annotation:';
export const iriOf = (id: string): string => `${ANNOTATION}${id}`;
/** Our id in an address; null in one that is not ours. */
export const idIn = (iri: unknown): string | null => (typeof iri === 'string' && iri.startsWith(ANNOTATION) ? iri.slice(ANNOTATION.length) : null);

const FILE = 'urn:sha256:';
export const fileIri = (sha256: string): string => `${FILE}${sha256}`;
export const sha256In = (iri: string): string | null => (iri.startsWith(FILE) ? iri.slice(FILE.length) : null);

const ABSTRACT = 'urn:lectern:abstract:';
export const abstractIri = (paperId: string): string => `${ABSTRACT}${paperId}`;
export const isAbstract = (iri: string): boolean => iri.startsWith(ABSTRACT);
