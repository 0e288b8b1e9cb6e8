import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import type { AnnotationId, PaperId } from '../../core/model';
import { hrefOf } from './route';

/** A passage that the reader wants in a note of its paper. */
export interface QuoteRequest {
  paperId: PaperId;
  annotationId: AnnotationId;
  /** The passage as it stands in the abstract's source. */
  text: string;
}

/** Requests wait here until the notes of their paper are on view. */
const useWaiting = create<{ requests: readonly QuoteRequest[] }>(() => ({ requests: [] }));

/** Asks the notes of a paper to take in a passage. */
export function requestQuote(request: QuoteRequest): void {
  useWaiting.setState(({ requests }) => ({ requests: [...requests, request] }));
}

/** Hands every request for a paper's notes to `handler`, once. */
export function useQuoteRequests(paperId: PaperId, handler: (request: QuoteRequest) => void): void {
  const handle = useEffectEvent(handler);
  const requests = useWaiting((state) => state.requests);
  useEffect(() => {
    const own = requests.filter((request) => request.paperId === paperId);
    if (own.length === 0) return;
    useWaiting.setState((state) => ({ requests: state.requests.filter((request) => !own.includes(request)) }));
    for (const request of own) handle(request);
  }, [requests, paperId]);
}

/** The passage as Markdown: a block quote that leads back to its highlight. Ends with a line break. */
export function quoteMarkdown({ paperId, annotationId, text }: QuoteRequest): string {
  const lines = text.trim().split(/\s*\n\s*/).map((line) => `> ${line}\n`);
  return `${lines.join('')}>\n> [↩ highlight](#${hrefOf({ kind: 'paper', id: paperId, annotation: annotationId })})\n`;
}
