/** A name as it stands in a list: line breaks and runs of blanks are one blank. */
export const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
