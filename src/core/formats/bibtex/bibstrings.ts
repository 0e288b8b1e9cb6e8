/** What biblatex's localisation keys say in English (lbx files), where they stand in values. */
const bibstrings: ReadonlyMap<string, string> = new Map(Object.entries({
  mathesis: 'Master’s thesis', mastersthesis: 'Master’s thesis', phdthesis: 'PhD thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis',
  techreport: 'technical report', resreport: 'research report', software: 'computer software', datacd: 'CD-ROM', audiocd: 'audio CD',
  patent: 'patent', patentde: 'German patent', patenteu: 'European patent', patentfr: 'French patent', patentuk: 'British patent', patentus: 'U.S. patent',
  patreq: 'patent request', patreqde: 'German patent request', patreqeu: 'European patent request', patreqfr: 'French patent request',
  patrequk: 'British patent request', patrequs: 'U.S. patent request',
  countryde: 'Germany', countryeu: 'European Union', countryep: 'European Union', countryfr: 'France', countryuk: 'United Kingdom', countryus: 'United States of America',
  inpreparation: 'in preparation', submitted: 'submitted', forthcoming: 'forthcoming', inpress: 'in press', prepublished: 'pre-published',
  newseries: 'New series', oldseries: 'Old series', jourser: 'series', file: 'file', library: 'library', annotation: 'annotation', version: 'version',
}));

/** The words that a localisation key stands for; any other text as it is. */
export function bibstring(text: string): string {
  return bibstrings.get(text.trim().toLowerCase()) ?? text;
}

/** Babel's and polyglossia's languages as BCP 47 tags. */
const languages: ReadonlyMap<string, string> = new Map(Object.entries({
  acadian: 'fr-CA', afrikaans: 'af-ZA', american: 'en-US', arabic: 'ar', australian: 'en-AU', austrian: 'de-AT', basque: 'eu-ES', brazil: 'pt-BR', brazilian: 'pt-BR',
  breton: 'br-FR', british: 'en-GB', bulgarian: 'bg-BG', canadian: 'en-CA', canadien: 'fr-CA', catalan: 'ca-AD', chinese: 'zh-CN', croatian: 'hr-HR', czech: 'cs-CZ',
  danish: 'da-DK', dutch: 'nl-NL', english: 'en-US', esperanto: 'eo', estonian: 'et-EE', finnish: 'fi-FI', francais: 'fr-FR', french: 'fr-FR', galician: 'gl-ES',
  german: 'de-DE', germanb: 'de-DE', greek: 'el-GR', hebrew: 'he-IL', hungarian: 'hu-HU', icelandic: 'is-IS', indonesian: 'id-ID', interlingua: 'ia', irish: 'ga-IE',
  italian: 'it-IT', japanese: 'ja-JP', korean: 'ko-KR', latex: 'en-US', latin: 'la', latvian: 'lv-LV', lithuanian: 'lt-LT', magyar: 'hu-HU', mexican: 'es-MX',
  naustrian: 'de-AT', newzealand: 'en-NZ', ngerman: 'de-DE', norsk: 'nb-NO', norwegian: 'nb-NO', nswissgerman: 'de-CH', nynorsk: 'nn-NO', persian: 'fa-IR',
  polish: 'pl-PL', polutonikogreek: 'el-GR', portuguese: 'pt-PT', portuges: 'pt-PT', romanian: 'ro-RO', russian: 'ru-RU', serbian: 'sr-RS', slovak: 'sk-SK',
  slovene: 'sl-SI', slovenian: 'sl-SI', spanish: 'es-ES', swedish: 'sv-SE', swissgerman: 'de-CH', thai: 'th-TH', turkish: 'tr-TR', ukenglish: 'en-GB',
  ukrainian: 'uk-UA', usenglish: 'en-US', vietnamese: 'vi-VN', welsh: 'cy-GB',
}));

/** The BCP 47 tag of a language that Babel knows; null for any other name. */
export function languageTag(name: string): string | null {
  return languages.get(name.trim().toLowerCase()) ?? null;
}

/** Where Babel has several names for a language, the one that is preferred today. */
const preferred = ['american', 'british', 'french', 'ngerman', 'naustrian', 'nswissgerman', 'greek', 'norwegian', 'portuguese', 'hungarian', 'slovenian', 'brazilian', 'canadien'];

const babelNames: ReadonlyMap<string, string> = new Map([...[...languages].map(([name, tag]) => [tag, name] as const), ...preferred.map((name) => [languages.get(name) ?? '', name] as const)]);

/** What Babel calls the language of a BCP 47 tag; null where it has no name for it. `languageTag` gives the tag back. */
export function babelName(tag: string): string | null {
  return babelNames.get(tag) ?? null;
}
