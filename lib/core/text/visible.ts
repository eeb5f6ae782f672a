// Names come out of bills, and anybody can write a tag. What cannot be seen, or turns the text around it, is shown as what it is.

/** Controls, invisible characters and those that change the direction of a text; `\t`, `\n` and `\r` are only space. */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/** Joiners belong to emoji and to scripts that write with them; elsewhere they only make two names look like one. */
const joiner = /(?<!\p{Extended_Pictographic}\ufe0f?|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d]/gu;

const mark = (character: string) => `⟨${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** "invoice⟨202E⟩fdp": every character can be seen. */
export const visible = (text: string): string => text.replace(/[\t\n\r]+/g, ' ').replace(hidden, mark).replace(joiner, mark);

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name for the middle of a sentence: written from right to left it keeps to itself. */
export const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
