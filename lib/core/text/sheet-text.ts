/**
 * A text for a cell of a workbook. The library that writes them looks its strings up in a plain object and would take what every object has, such as
 * "constructor", for one that it knows: such a name gets a blank at its end.
 */
export const sheetText = (text: string): string => (text in {} ? `${text} ` : text);
