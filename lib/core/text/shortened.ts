/** The first `most` characters of a text and "…", for a sentence; a shorter text as it is. No character is cut in half. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()}…`;
}
