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
    'we propose', 'we * propose', 'we introduce', 'we * introduce', 'we present', 'we * present', 'we develop', 'we * develop',
    'we design', 'we devise', 'we describe', 'we build', 'we construct', 'we release', 'we explore', 'we investigate', 'we study',
    'we examine', 'we evaluate', 'we analyze', 'we compare', 'we survey', 'we review', 'we show how', 'we apply', 'we adopt', 'we employ',
    'we use', 'we leverage', 'we utilize', 'we combine', 'we extend', 'we formulate', 'we implement', 'we train', 'we offer', 'we provide',
    'this paper', 'this work', 'this article', 'this study', 'this survey', 'this review', 'this report', 'this research', 'our work',
    'our method', 'our approach', 'our framework', 'our model', 'our system', 'our algorithm', 'our solution', 'our contribution',
    'the proposed', 'proposed method', 'is proposed', 'is introduced', 'is presented', 'are proposed', 'named', 'dubbed', 'termed',
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
    'comparable to', 'comparable with', 'baseline', 'beyond', 'such as', 'similar to', 'relative to',
  ],
  denied: ['not', 'no', 'without', 'without any', 'without the need for', 'neither', 'nor', 'never', 'avoid*', 'eliminat* the need for', 'free of', 'free from'],
} as const;

type Cue = keyof typeof CUES;

const cueOf = (Object.keys(CUES) as Cue[]).flatMap((cue) => CUES[cue].map((phrase) => ({ cue, phrase })));
const cueIndex = compilePhrases(cueOf.map(({ phrase }) => phrase));

/** How many tokens after its cue a comparison or a denial still covers. */
const REACH = { compared: 10, denied: 3 };

/** Reads the stance of an abstract towards any stretch of its tokens. One pass for the text, constant time a question. */
export function readStance(tokens: readonly Token[]): (match: Match) => Stance {
  const zones: Stance[] = [];
  const comparedUntil = new Int32Array(tokens.length).fill(-1);
  const deniedUntil = new Int32Array(tokens.length).fill(-1);
  let firstOwn = Infinity;
  for (const match of cueIndex.find(tokens)) {
    const cue = cueOf[match.phrase]?.cue ?? 'background';
    const sentence = tokens[match.first]?.sentence ?? 0;
    if (cue === 'own') {
      zones[sentence] = 'own';
      firstOwn = Math.min(firstOwn, sentence);
    } else if (cue === 'background') zones[sentence] ??= 'background';
    else if (cue === 'compared') cover(comparedUntil, tokens, match.last, REACH.compared);
    else cover(deniedUntil, tokens, match.last, REACH.denied);
  }
  return ({ first, last }) => {
    const sentence = tokens[first]?.sentence ?? 0;
    if (deniedUntil[first] === 1 || isFreeOf(tokens, last)) return 'denied';
    if (comparedUntil[first] === 1) return 'compared';
    const zone = zones[sentence];
    if (zone === undefined) return firstOwn !== Infinity && sentence < firstOwn ? 'background' : 'neutral';
    return zone;
  };
}

/** Marks the tokens that follow a cue within its sentence and its reach. */
function cover(marks: Int32Array, tokens: readonly Token[], after: number, reach: number): void {
  const sentence = tokens[after]?.sentence;
  for (let i = after + 1; i <= after + reach && tokens[i]?.sentence === sentence; i += 1) marks[i] = 1;
}

/** `pruning-free`, `quantization free`. */
function isFreeOf(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  return next?.key === 'free' && next.joined;
}
