// Names come out of bills, and anybody can write a tag. What cannot be seen, or turns the text around it, is shown as what it is.

/** Controls, invisible characters and those that change the direction of a text. What makes a picture of a character is no secret. */
const hidden = /(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|\p{Cc}|\p{Zl}|\p{Zp}|[\ufff9-\ufffb]/gu;

/** Joiners belong to emoji and to scripts that write with them; elsewhere they only make two names look like one. */
const joiner =
  /(?<!\p{Extended_Pictographic}\ufe0f?|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d]/gu;

const mark = (character: string) => `⟨${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** "invoice⟨202E⟩fdp": every character can be seen. */
export const visible = (text: string): string =>
  text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(hidden, mark)
    .replace(joiner, mark);

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name for the middle of a sentence: written from right to left it keeps to itself. */
export const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
