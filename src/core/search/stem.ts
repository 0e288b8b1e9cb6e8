/**
 * The stem that the forms of an English word share, after M. F. Porter, "An algorithm for suffix stripping" (1980).
 * Words that are not made of `a` to `z` alone, and those of one or two letters, are their own stem.
 */
export function stemOf(word: string): string {
  if (word.length < 3 || word.length > 32 || !/^[a-z]+$/.test(word)) return word;
  return step5(step4(step3(step2(step1c(step1b(step1a(word)))))));
}

function isConsonant(word: string, at: number): boolean {
  switch (word.charCodeAt(at)) {
    case 0x61: case 0x65: case 0x69: case 0x6f: case 0x75: return false;
    case 0x79: return at === 0 || !isConsonant(word, at - 1);
    default: return true;
  }
}

/** How often a vowel is followed by a consonant: Porter's m. */
function measure(stem: string): number {
  let count = 0;
  let wasVowel = false;
  for (let at = 0; at < stem.length; at += 1) {
    const vowel = !isConsonant(stem, at);
    if (wasVowel && !vowel) count += 1;
    wasVowel = vowel;
  }
  return count;
}

function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at += 1) if (!isConsonant(stem, at)) return true;
  return false;
}

function endsDouble(word: string): boolean {
  const last = word.length - 1;
  return last > 0 && word[last] === word[last - 1] && isConsonant(word, last);
}

/** Whether it ends as `hop` does: consonant, vowel, consonant, the last one none of w, x, y. */
function endsShort(word: string): boolean {
  const last = word.length - 1;
  return last >= 2 && isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2) && !/[wxy]$/.test(word);
}

function step1a(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function step1b(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  if (cut === 0 || !hasVowel(word.slice(0, -cut))) return word;
  const stem = word.slice(0, -cut);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function step1c(word: string): string {
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

const second: [string, string][] = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['abli', 'able'], ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'],
  ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'],
];
const third: [string, string][] = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']];
const fourth = ['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ion', 'ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'];

function replaced(word: string, endings: [string, string][]): string {
  for (const [ending, by] of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    return measure(stem) > 0 ? stem + by : word;
  }
  return word;
}

const step2 = (word: string): string => replaced(word, second);
const step3 = (word: string): string => replaced(word, third);

function step4(word: string): string {
  const ending = fourth.find((known) => word.endsWith(known));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  return measure(stem) > 1 && (ending !== 'ion' || /[st]$/.test(stem)) ? stem : word;
}

function step5(word: string): string {
  let stem = word;
  if (word.endsWith('e')) {
    const cut = word.slice(0, -1);
    const size = measure(cut);
    if (size > 1 || (size === 1 && !endsShort(cut))) stem = cut;
  }
  return measure(stem) > 1 && endsDouble(stem) && stem.endsWith('l') ? stem.slice(0, -1) : stem;
}
