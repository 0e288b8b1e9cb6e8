import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CollectionId, TechniqueId } from '../../core/model';
import type { Scope, View } from '../../core/view';
import { fileNameOf, nameOfView } from './naming';

const view = (scope: Scope, filter = ''): View => ({ scope, filter, sort: { column: 'added', direction: 'descending' } });
const names = {
  techniques: [{ id: TechniqueId.parse('quantization'), name: 'Quantization', count: 3 }],
  collections: [{ id: CollectionId.parse('outer'), name: 'Thesis', count: 0, children: [{ id: CollectionId.parse('inner'), name: 'Chapter 2', count: 1, children: [] }] }],
};

describe('nameOfView', () => {
  it('calls every scope as the sidebar does', () => {
    expect(nameOfView(view({ kind: 'all' }), names)).toBe('All papers');
    expect(nameOfView(view({ kind: 'status', status: 'to-read' }), names)).toBe('To read');
    expect(nameOfView(view({ kind: 'technique', id: TechniqueId.parse('quantization') }), names)).toBe('Quantization');
    expect(nameOfView(view({ kind: 'collection', id: CollectionId.parse('inner') }), names)).toBe('Chapter 2');
    expect(nameOfView(view({ kind: 'tag', tag: 'edge' }), names)).toBe('#edge');
    expect(nameOfView(view({ kind: 'trash' }), undefined)).toBe('Trash');
  });

  it('tells the filter', () => {
    expect(nameOfView(view({ kind: 'all' }, ' low rank '), names)).toBe('All papers matching “low rank”');
  });
});

describe('fileNameOf', () => {
  it('makes a readable name', () => {
    expect(fileNameOf('All papers', 'bib')).toBe('lectern-all-papers.bib');
    expect(fileNameOf('#edge/efficient: “ViT”', 'ris')).toBe('lectern-edge-efficient-vit.ris');
    expect(fileNameOf('模型 压缩', 'txt')).toBe('lectern-模型-压缩.txt');
    expect(fileNameOf('../..', 'json')).toBe('lectern.json');
  });

  it('is safe on every file system, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const name = fileNameOf(title, 'bib');
      expect(name).toMatch(/^lectern(-[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.bib$/u);
      expect([...name].length).toBeLessThanOrEqual(72);
    }));
  });
});
