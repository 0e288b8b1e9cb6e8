/** Commands that stand for a character or a word, without their backslash. */
export const symbols: ReadonlyMap<string, string> = new Map(Object.entries({
  ss: 'ß', SS: 'SS', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ',
  dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', ij: 'ĳ', IJ: 'Ĳ',
  textendash: '–', textemdash: '—', endash: '–', emdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“',
  textquotedblright: '”', lq: '‘', rq: '’', quotedblbase: '„', quotesinglbase: '‚', glqq: '„', grqq: '“', glq: '‚', grq: '‘',
  flqq: '«', frqq: '»', flq: '‹', frq: '›', guillemotleft: '«', guillemotright: '»', guillemetleft: '«', guillemetright: '»',
  guilsinglleft: '‹', guilsinglright: '›', textquotedbl: '"', textquotesingle: "'", textasciigrave: '`',
  dots: '…', ldots: '…', textellipsis: '…', textperiodcentered: '·', textbullet: '•', textexclamdown: '¡', textquestiondown: '¿',
  copyright: '©', textcopyright: '©', textregistered: '®', texttrademark: '™', textordfeminine: 'ª', textordmasculine: 'º',
  S: '§', P: '¶', textsection: '§', textparagraph: '¶', dag: '†', ddag: '‡', textdagger: '†', textdaggerdbl: '‡',
  pounds: '£', textsterling: '£', euro: '€', EUR: '€', texteuro: '€', textyen: '¥', textcent: '¢', textdollar: '\\$', textcurrency: '¤',
  textdegree: '°', degree: '°', textcelsius: '℃', textohm: 'Ω', textmu: 'µ', textmicro: 'µ', textpm: '±', texttimes: '×', textdiv: '÷',
  textonehalf: '½', textonequarter: '¼', textthreequarters: '¾', textonesuperior: '¹', texttwosuperior: '²', textthreesuperior: '³',
  textnumero: '№', textperthousand: '‰', textminus: '−', textlnot: '¬', textasteriskcentered: '∗', textmusicalnote: '♪',
  textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textbar: '|', textless: '<', textgreater: '>', textunderscore: '_',
  textbraceleft: '{', textbraceright: '}', textvisiblespace: '␣', textbrokenbar: '¦', textleftarrow: '←', textrightarrow: '→',
  lbrace: '{', rbrace: '}', slash: '/', hyphen: '-', nobreakdash: '-', space: ' ', nobreakspace: ' ', quad: ' ', qquad: ' ', newline: ' ',
  adddot: '.', addcomma: ',', addcolon: ':', addsemicolon: ';', addspace: ' ', addnbspace: ' ', addperiod: '.', addslash: '/',
  TeX: 'TeX', pdfTeX: 'pdfTeX', METAFONT: 'METAFONT', MF: 'METAFONT', MP: 'METAPOST', PS: 'PostScript', LaTeX: 'LaTeX', LaTeXe: 'LaTeX 2ε', BibTeX: 'BibTeX', XeTeX: 'XeTeX', LuaTeX: 'LuaTeX', ConTeXt: 'ConTeXt', AmS: 'AMS',
  textalpha: 'α', textbeta: 'β', textgamma: 'γ', textdelta: 'δ', textlambda: 'λ', textpi: 'π', textsigma: 'σ', textomega: 'ω',
  cprime: '′', cdprime: '″', textprimstress: 'ˈ', textschwa: 'ə', apostrophe: '’', textapostrophe: '’',
}));

/** Accents of one sign; `marks` are combining characters. */
export const signAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307',
}));

/** Accents named by letters. */
export const namedAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  c: '\u0327', v: '\u030C', u: '\u0306', H: '\u030B', k: '\u0328', r: '\u030A', b: '\u0331', d: '\u0323', t: '\u0361', h: '\u0309',
  G: '\u030F', U: '\u030E', f: '\u0311', textcommabelow: '\u0326', textogonekcentered: '\u0328', capitalcedilla: '\u0327', newtie: '\u0361',
  textdotbelow: '\u0323', textroundcap: '\u0311',
}));

/** What an accent over nothing is: `\~{}` is the tilde of an address. */
export const spacingAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  '\u0300': '`', '\u0301': '´', '\u0302': '^', '\u0308': '¨', '\u0303': '~', '\u0304': '¯', '\u0327': '¸', '\u030C': 'ˇ', '\u0306': '˘',
}));

/** Font commands that Lectern's texts keep, by the commands and declarations (`{\em …}`) that mean them. */
export const fonts: ReadonlyMap<string, string> = new Map(Object.entries({
  emph: 'emph', textit: 'textit', textsl: 'textsl', textbf: 'textbf', textsc: 'textsc', texttt: 'texttt', underline: 'underline',
  textsuperscript: 'textsuperscript', textsubscript: 'textsubscript', mkbibemph: 'emph', mkbibitalic: 'textit', mkbibbold: 'textbf',
  mkbibacro: 'textsc', mkbibsuperscript: 'textsuperscript', mkbibsubscript: 'textsubscript', uline: 'underline',
}));
export const fontDeclarations: ReadonlyMap<string, string> = new Map(Object.entries({
  em: 'emph', it: 'textit', itshape: 'textit', sl: 'textsl', slshape: 'textsl', bf: 'textbf', bfseries: 'textbf', sc: 'textsc',
  scshape: 'textsc', tt: 'texttt', ttfamily: 'texttt',
}));

/** What commands put around their argument. */
export const surrounds: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  enquote: ['“', '”'], mkbibquote: ['“', '”'], textquote: ['“', '”'], mkbibparens: ['(', ')'], parentext: ['(', ')'], mkbibbrackets: ['[', ']'], brackettext: ['[', ']'],
} satisfies Record<string, readonly [string, string]>));

/** Commands whose argument is not part of the text. */
export const silent: ReadonlySet<string> = new Set([
  'href', 'label', 'index', 'arabic', 'vspace', 'hspace', 'begin', 'end', 'color', 'footnote', 'noopsort', 'vphantom', 'phantom', 'hphantom', 'fontsize', 'selectlanguage', 'foreignlanguage',
]);

/** Commands whose argument is an address, in which dashes and tildes mean themselves. */
export const verbatim: ReadonlySet<string> = new Set(['url', 'path', 'nolinkurl', 'doi']);

const words: readonly { has(name: string): boolean }[] = [symbols, namedAccents, fonts, fontDeclarations, surrounds, silent, verbatim, new Set(['verb', 'bibstring', 'ensuremath'])];

/** Whether a command means something here by itself. */
export function isKnownCommand(name: string): boolean {
  return words.some((some) => some.has(name));
}
