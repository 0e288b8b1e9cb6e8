import { compilePhrases, type Match } from './phrases';
import type { Token } from './tokens';

/**
 * What a sentence does with the things it names, after Teufel's argumentative zones: an abstract sets the
 * scene, says what is its own, compares it, and reports. The words below are those of scholarly English
 * at large; none belongs to one field.
 */
export type Stance = 'own' | 'neutral' | 'background' | 'compared' | 'denied';

const CUES = {
  own: [
    'we', 'this paper', 'this work', 'this article', 'this study', 'this survey', 'this review', 'this report', 'this research', 'our work',
    'our method', 'our approach', 'our framework', 'our model', 'our system', 'our algorithm', 'our solution', 'our contribution',
    'the proposed', 'proposed method', 'is proposed', 'is introduced', 'is presented', 'are proposed', 'named', 'dubbed', 'termed',
    'categorized into', 'classified into', 'divided into',
  ],
  // Once a paper has named its own, sentences that say by what means it works speak of it too.
  means: [
    'leverag*', 'employ*', 'incorporat*', 'utiliz*', 'adopt*', 'integrat*', 'consist* of', 'compris*', 'combin*', 'introduc*', 'appl* to',
    'based on', 'through', 'by', 'via', 'using', 'specifically', 'first', 'second',
  ],
  background: [
    'existing', 'prior work', 'prior method', 'prior approach', 'previous', 'previously', 'recent advance', 'recent work', 'recent stud*',
    'recently', 'in recent year', 'traditional*', 'conventional*', 'current approach', 'current method', 'have been', 'has been', 'has become',
    'have become', 'has emerged', 'have emerged', 'has shown', 'have shown', 'have demonstrated', 'has demonstrated', 'widely', 'typically',
    'commonly', 'popular', 'de facto', 'suffer from', 'struggle*', 'fail to', 'remain*', 'hinder*', 'despite', 'although', 'while', 'most',
  ],
  compared: [
    'compared to', 'compared with', 'in comparison with', 'in comparison to', 'outperform*', 'surpass*', 'exceed*', 'unlike', 'in contrast to',
    'as opposed to', 'instead of', 'rather than', 'better than', 'faster than', 'lower than', 'higher than', 'superior to', 'competitive with',
    'comparable to', 'comparable with', 'baseline', 'beyond', 'similar to', 'relative to',
  ],
  denied: ['not', 'no', 'without', 'without any', 'without the need for', 'neither', 'nor', 'never', 'avoid*', 'eliminat* the need for', 'free of', 'free from'],
} as const;

type Cue = keyof typeof CUES;

const cueOf = (Object.keys(CUES) as Cue[]).flatMap((cue) => CUES[cue].map((phrase) => ({ cue, phrase })));
const cueIndex = compilePhrases(cueOf.map(({ phrase }) => phrase));

/** How many tokens after its cue a comparison or a denial still covers. */
const REACH = { compared: 10, denied: 3 };

/** Reads the stance of an abstract towards any stretch of its tokens. One pass for the text, constant time a question. */
export function readStance(tokens: readonly Token[]): (match: Pick<Match, 'first' | 'last'>) => Stance {
  const zones: ('own' | 'background' | 'means')[] = [];
  const compared = new Uint8Array(tokens.length);
  const denied = new Uint8Array(tokens.length);
  let firstOwn = Infinity;
  for (const match of cueIndex.find(tokens)) {
    const cue = cueOf[match.phrase]?.cue ?? 'background';
    const sentence = tokens[match.first]?.sentence ?? 0;
    if (cue === 'own') {
      zones[sentence] = 'own';
      firstOwn = Math.min(firstOwn, sentence);
    } else if (cue === 'background') zones[sentence] = zones[sentence] === 'own' ? 'own' : 'background';
    else if (cue === 'means') zones[sentence] ??= 'means';
    else if (cue === 'compared') cover(compared, tokens, match.last, REACH.compared);
    else if (tokens[match.last + 1]?.key !== 'only') cover(denied, tokens, match.last, REACH.denied);
  }
  return ({ first, last }) => {
    const sentence = tokens[first]?.sentence ?? 0;
    if (denied[first] === 1 || isFreeOf(tokens, last)) return 'denied';
    if (compared[first] === 1) return 'compared';
    const zone = zones[sentence];
    if (zone === 'own' || zone === 'background') return zone;
    if (firstOwn !== Infinity && sentence < firstOwn) return 'background';
    return zone === 'means' && sentence > firstOwn ? 'own' : 'neutral';
  };
}

/** Marks the tokens that follow a cue within its sentence and its reach. */
function cover(marks: Uint8Array, tokens: readonly Token[], after: number, reach: number): void {
  const sentence = tokens[after]?.sentence;
  for (let i = after + 1; i <= after + reach && tokens[i]?.sentence === sentence; i += 1) marks[i] = 1;
}

/** `pruning-free`, `quantization free`. */
function isFreeOf(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  return next?.key === 'free' && next.joined;
}

/** Prepositions after which a title names its circumstances: what the work is for, of, in, on or over. */
const PREPOSITIONS = new Set(['for', 'of', 'in', 'on', 'over', 'at', 'towards', 'toward', 'from', 'under']);

/** Tells what a title is about from what it only adds; a colon, a dash or any other break begins anew. */
export function readTitle(tokens: readonly Token[]): (match: Pick<Match, 'first' | 'last'>) => 'head' | 'complement' | 'denied' {
  const isComplement: boolean[] = [];
  let complement = false;
  tokens.forEach((token, i) => {
    if (!token.joined) complement = false;
    isComplement.push(complement);
    if (PREPOSITIONS.has(token.key) && i > 0 && token.joined) complement = true;
  });
  const stanceOf = readStance(tokens);
  return (match) => {
    if (stanceOf(match) === 'denied') return 'denied';
    return isComplement[match.first] === true ? 'complement' : 'head';
  };
}
