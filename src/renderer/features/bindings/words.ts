import type { BindingState } from '../../../core/bindingStates';
import { counted } from '../../../core/text';
import { momentOf } from '../../app/moments';

/** How a file stands, in words; `tone` is for its sign. */
export interface StateWords {
  tone: 'good' | 'bad' | 'quiet';
  words: string;
}

export function wordsOfState(state: BindingState): StateWords {
  switch (state.kind) {
    case 'current': return { tone: 'good', words: `Up to date: ${counted(state.count, 'paper')}, written ${momentOf(state.at)}` };
    case 'pending': return { tone: 'quiet', words: 'Being looked at' };
    case 'off': return { tone: 'quiet', words: 'Paused' };
    case 'foreign': return { tone: 'bad', words: 'Changed by someone else, and left as it is' };
    case 'folder-missing': return { tone: 'bad', words: 'Its folder is not there; the file is written as soon as it is back' };
    case 'not-here': return { tone: 'bad', words: 'Bound on another machine, and not written on this one yet' };
    case 'view-missing': return { tone: 'bad', words: 'The collection it follows is gone; the file stays as it was' };
    case 'failed': return { tone: 'bad', words: `Could not be written: ${state.why}` };
    default: return state satisfies never;
  }
}

/** The last part of a path. */
export function fileOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
