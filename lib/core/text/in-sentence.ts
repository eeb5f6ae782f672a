/** A title within a sentence: "Cost centre" is a "cost centre" there, "SAP order" and "Central Department" stay as they are written. */
export const inSentence = (title: string): string => (/^\p{Lu}[^\p{Lu}]*$/u.test(title) ? title.toLowerCase() : title);
