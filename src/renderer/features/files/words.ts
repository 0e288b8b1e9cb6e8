import type { Whence } from '../../../core/files/describePdf';
import type { FileState } from '../../../core/files/following';
import type { FileMatch, MatchReason } from '../../../core/files/inspecting';
import type { Attachment, AttachmentRole, MediaType } from '../../../core/model';

/** Where a field of a new paper was found. */
export const whenceWords: Record<Whence, string> = {
  xmp: 'from the file’s own description (XMP)',
  info: 'from the file’s own description',
  layout: 'by the layout of page 1',
  page: 'printed on page 1',
  arxiv: 'follows from the arXiv id',
  'file-date': 'the year the file was made',
  'file-name': 'the name of the file',
};

const reasons: Record<MatchReason, string> = { file: 'has this very file already', doi: 'has the same DOI', arxiv: 'has the same arXiv id', title: 'has the same title' };

/** Why a paper of the library is offered. */
export function reasonOf({ because, trashed }: Pick<FileMatch, 'because' | 'trashed'>): string {
  return `${reasons[because]}${trashed ? ', and is in the trash' : ''}`;
}

export const roleNames: Record<AttachmentRole, string> = { main: 'Main text', supplement: 'Supplement', earlier: 'Earlier version' };

export const typeNames: Record<MediaType, string> = { 'application/pdf': 'PDF', 'text/html': 'HTML', 'text/plain': 'Text' };

/** What is wrong with a file; '' where nothing is. */
export const stateWords: Record<FileState, string> = { there: '', changed: 'changed outside Lectern since it was added', missing: 'missing' };

/** The length of a file, such as `1.4 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1e6, 'MB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`;
}

/** What a file is called in a list: as the reader calls it, else as it is named where it lies. */
export function nameOfFile({ label, place }: Pick<Attachment, 'label' | 'place'>): string {
  const path = place.kind === 'library' ? place.file : place.path;
  return label !== '' ? label : (path.split(/[/\\]/).at(-1) ?? path);
}
