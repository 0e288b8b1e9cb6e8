import { describe, expect, it } from 'vitest';
import { AnnotationId, AttachmentId, PaperId } from '../../core/model';
import { hrefOf, routeOf, type Route } from './route';

const id = PaperId.parse('paper-1');
const attachment = AttachmentId.parse('file-1');

describe('the address of a file that is read', () => {
  it.each<[string, Route]>([
    ['/paper/paper-1/read/file-1', { kind: 'read', id, attachment, page: null, annotation: null }],
    ['/paper/paper-1/read/file-1/page/3', { kind: 'read', id, attachment, page: 2, annotation: null }],
    ['/paper/paper-1/read/file-1/annotation/mark-1', { kind: 'read', id, attachment, page: null, annotation: AnnotationId.parse('mark-1') }],
  ])('%s', (address, route) => {
    expect(routeOf(address)).toEqual(route);
    expect(hrefOf(route)).toBe(address);
  });

  it('may name its place behind a question mark', () => {
    expect(routeOf('/paper/paper-1/read/file-1?page=3')).toMatchObject({ kind: 'read', page: 2 });
    expect(routeOf('/paper/paper-1/read/file-1?annotation=mark-1')).toMatchObject({ kind: 'read', annotation: 'mark-1' });
  });

  it('leads to the beginning where its place is none, and to the paper where its file is none', () => {
    for (const place of ['/page/0', '/page/-1', '/page/x', '/page/1.5', '?page=', '/annotation/__proto__', '/__proto__/1']) expect(routeOf(`/paper/paper-1/read/file-1${place}`)).toMatchObject({ kind: 'read', page: null, annotation: null });
    expect(routeOf('/paper/paper-1/read/F!')).toEqual({ kind: 'paper', id, annotation: null });
  });
});
