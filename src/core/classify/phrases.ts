import { fold, tokenize, type Token } from './tokens';

/** Where a phrase stands in a text: indexes of its first and last token. */
export interface Match {
  /** The phrase's position in the list that was compiled. */
  phrase: number;
  first: number;
  last: number;
}

export interface PhraseIndex {
  /** All matches, overlapping ones too, by first token; those of one first token from short to long. */
  find: (tokens: readonly Token[]) => Match[];
}

interface Node {
  next: Map<number, Node>;
  /** After a `*` at the end of a word: where the rest of the token at hand is skipped. */
  ending: Node | null;
  /** After a `*` that stands alone: where a whole token is skipped. */
  word: Node | null;
  phrases: number[];
}

/**
 * Phrases, added one by one, in one trie of characters that knows nothing of spaces and hyphens: a phrase begins
 * and ends at the edges of tokens, and runs over joined ones, so `fine-tuning` finds `fine tuning` and
 * `finetuning` as well, and `LoRA` is found in `MixLoRA`. `*` after a word's beginning stands for any
 * ending, alone for any one word. The work per token is bounded by the trie, so the whole is linear.
 */
export function growingIndex(): PhraseIndex & { add: (phrase: string) => void } {
  const root = createNode();
  let count = 0;
  return {
    add(phrase) {
      const end = insert(root, phrase);
      if (end !== root) end.phrases.push(count);
      count += 1;
    },
    find(tokens) {
      const matches: Match[] = [];
      for (let first = 0; first < tokens.length; first += 1) findAt(root, tokens, first, matches);
      return matches;
    },
  };
}

/** The index of a whole list. */
export function compilePhrases(phrases: readonly string[]): PhraseIndex {
  const index = growingIndex();
  for (const phrase of phrases) index.add(phrase);
  return index;
}

function createNode(): Node {
  return { next: new Map(), ending: null, word: null, phrases: [] };
}

function insert(root: Node, phrase: string): Node {
  let node = root;
  for (const word of phrase.split(/\s+/)) {
    if (word === '*') {
      node = node.word ??= createNode();
      continue;
    }
    const stem = keyOf(word);
    for (let i = 0; i < stem.length; i += 1) node = step(node, stem.charCodeAt(i));
    if (word.endsWith('*')) node = node.ending ??= createNode();
  }
  return node;
}

/** A word of a phrase as texts are compared; the part before a wildcard keeps its own ending. */
function keyOf(word: string): string {
  if (word.endsWith('*')) return fold(word.slice(0, -1)).replace(/[^\p{L}\p{N}]/gu, '');
  return tokenize(word).map((token) => token.key).join('');
}

function step(node: Node, code: number): Node {
  let next = node.next.get(code);
  if (next === undefined) {
    next = createNode();
    node.next.set(code, next);
  }
  return next;
}

function findAt(root: Node, tokens: readonly Token[], first: number, matches: Match[]): void {
  let states = [root];
  for (let last = first; last < tokens.length && states.length > 0; last += 1) {
    const token = tokens[last];
    if (token === undefined || (last > first && !token.joined)) return;
    states = advance(states, token.key);
    for (const state of states) {
      for (const phrase of state.phrases) matches.push({ phrase, first, last });
    }
  }
}

/** Reads one token from each state: to its last character, or through a `*`. */
function advance(states: readonly Node[], key: string): Node[] {
  const reached: Node[] = [];
  for (const state of states) {
    if (state.word !== null) reached.push(state.word);
    let node: Node | undefined = state;
    for (let i = 0; i < key.length && node !== undefined; i += 1) {
      node = node.next.get(key.charCodeAt(i));
      if (node !== undefined && node.ending !== null) reached.push(node.ending);
    }
    if (node !== undefined) reached.push(node);
  }
  return reached;
}
