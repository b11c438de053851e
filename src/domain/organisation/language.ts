/** The languages of the product's own words. */
export const LANGUAGES = ['sv', 'nb', 'nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text from the playbook, for each language of the organisation. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** The text in the wanted language, else in the first of the organisation's languages that has it. */
export function inLanguage(text: LocalText, wanted: Language, languages: readonly Language[]): string {
  return (
    text[wanted] ?? languages.map((language) => text[language]).find((found) => found !== undefined) ?? ''
  );
}
