const stopWords: ReadonlySet<string> = new Set(
  ('a an the on in of for to and or nor but with without from by at as is are be was were do does can could should '
    + 'will it its we our their this that these those how what why when where which who whom towards toward into onto '
    + 'over under via using der die das ein eine und le la les un une des du el los las').split(' '),
);

/** Letters that do not fall apart into a base letter and a mark. */
const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th',
  ı: 'i', ħ: 'h', Ħ: 'H', ŋ: 'n', Ŋ: 'N',
};
const ligature = new RegExp(`[${Object.keys(ligatures).join('')}]`, 'g');

/** Text with Latin letters in their ASCII form and without apostrophes; what has no such form stays. */
export function foldToAscii(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.replace(/['’]/g, '').replace(ligature, (letter) => ligatures[letter] ?? '');
}

/** The runs of ASCII letters and digits of a text, each cut at 40 characters. */
export function asciiWords(text: string): string[] {
  return foldToAscii(text).split(/[^A-Za-z0-9]+/).filter((word) => word !== '').map((word) => word.slice(0, 40));
}

/** Whether a word is more than an article, a preposition or a single letter. */
export function isSignificant(word: string): boolean {
  return word.length > 1 && !stopWords.has(word.toLowerCase());
}

/** A word with its first letter in upper case and the others as they are. */
export function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
