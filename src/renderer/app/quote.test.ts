import { expect, it } from 'vitest';
import { AnnotationId, PaperId } from '../../core/model';
import { quoteMarkdown } from './quote';

const of = { paperId: PaperId.parse('paper-1'), annotationId: AnnotationId.parse('mark-1') };

it('quotes a passage with a way back to its highlight', () => {
  expect(quoteMarkdown({ ...of, text: 'half the $O(n)$ cost' })).toBe('> half the $O(n)$ cost\n>\n> [↩ highlight](#/paper/paper-1/annotation/mark-1)\n');
});

it('keeps every line of a passage inside the quotation', () => {
  expect(quoteMarkdown({ ...of, text: ' one\n\n two \n' })).toBe('> one\n> two\n>\n> [↩ highlight](#/paper/paper-1/annotation/mark-1)\n');
});
