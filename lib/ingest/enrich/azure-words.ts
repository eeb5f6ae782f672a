import type { TokenType } from './types';

/** What the words of an Azure meter name say, axis by axis; `rest` are the words of the model. */
export interface MeterWords {
  tokenType: TokenType | null;
  serviceTier: string | null;
  deploymentType: string | null;
  contextBand: string | null;
  lifecycle: string | null;
  modality: string | null;
  /** What is counted, by the last word: tokens, unit, images, second … */
  noun: string | null;
  /** Tokens in a unit according to the name, a hint and no more (ai-meters §0). */
  blockHint: number | null;
  rest: string[];
}

type Axis = 'serviceTier' | 'deploymentType' | 'contextBand' | 'lifecycle';

/** Each axis is taken out of the text in this order; the pattern must be global, its first match names the value (ai-meters §1). */
const axes: readonly { axis: Axis; pattern: RegExp; value: string }[] = [
  { axis: 'serviceTier', pattern: /\bprovisioned (?:managed|throughput)\b/g, value: 'provisioned' },
  { axis: 'serviceTier', pattern: /\bbatch\b/g, value: 'batch' },
  { axis: 'serviceTier', pattern: /\b(?:pp|prty)\b/g, value: 'priority' },
  { axis: 'serviceTier', pattern: /\bstd\b/g, value: 'standard' },
  { axis: 'lifecycle', pattern: /\b(?:trng|training)\b/g, value: 'training' },
  { axis: 'lifecycle', pattern: /\b(?:hstng|hosting)\b/g, value: 'hosting' },
  { axis: 'lifecycle', pattern: /\b(?:dev r?ft|r?ft|finetuned|fine tuned)\b/g, value: 'fine_tuned_inference' },
  { axis: 'contextBand', pattern: /\bshort ?co\b/g, value: 'short' },
  { axis: 'contextBand', pattern: /\blong ?co\b|(?<=\b(?:gl|glbl|dz|dzone) )l\b/g, value: 'long' },
  { axis: 'deploymentType', pattern: /\b(?:data zone|datazone|dzone|dzn|dz)\b/g, value: 'data_zone' },
  { axis: 'deploymentType', pattern: /\b(?:regnl|rgnl|regn|regional)\b/g, value: 'regional' },
  { axis: 'deploymentType', pattern: /\b(?:glbl|glb|global|gl)\b/g, value: 'global' },
];

const nounAtEnd =
  /(?: (?:tkn )?(tokens?)| (units?)| (images?)| (seconds?)| (videos?)| (gb)| (sessions?)| (pages?)| (megapixels?|mp)| (search(?:es)?)| (hours?)| (minutes?)| (characters?))$/;

const wordEdges = /(?<=[a-z])(?=(?:Outp|Inp|Txt|Prvw)(?![a-z]|rvw))|(?<=Prvw)(?=[A-Z])/g;
const gluedDigits = /\b(aud|txt|img|mini|turbo|trb)(?=\d)/g;

/** Reads a meter name, in any case, with blanks or dashes (azure §6, ai-meters §1). */
export function readMeterWords(meterName: string): MeterWords {
  let text = meterName
    .replace(wordEdges, ' ')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
  text = text
    .replace(gluedDigits, '$1 ')
    .replace(/\bgpt ?4o ?mini\b/g, 'gpt 4o mini')
    .replace(/\bgpt4o\b/g, 'gpt 4o');
  const words: MeterWords = {
    tokenType: null,
    serviceTier: null,
    deploymentType: null,
    contextBand: null,
    lifecycle: null,
    modality: null,
    noun: null,
    blockHint: null,
    rest: [],
  };
  const noun = nounAtEnd.exec(text);
  if (noun) {
    words.noun = (noun.slice(1).find((word) => word !== undefined) ?? '').replace(/s$/, '');
    text = text.slice(0, noun.index);
    const block = words.noun === 'token' ? / 1([km])$/.exec(text) : null;
    if (words.noun === 'token') words.blockHint = block?.[1] === 'm' ? 1_000_000 : 1_000;
    if (block) text = text.slice(0, block.index);
  }
  for (const { axis, pattern, value } of axes) {
    const without = text.replace(pattern, ' ');
    if (without !== text) words[axis] ??= value;
    text = without.replace(/ {2,}/g, ' ');
  }
  const direction = withoutDirection(text.trim());
  words.tokenType = direction.tokenType;
  takeModality(direction.text.split(' '), words);
  return words;
}

function withoutDirection(text: string): { tokenType: TokenType | null; text: string } {
  const cacheWrite = /\b(?:cd|c?cche?d|cached?) ?(?:wr|write)\b/;
  const cacheRead = /\b(?:c?cche?d|cached|cache|cach|cd|ch)\b/;
  const output = /\b(?:outpt|outp|output|out|opt)\b/;
  const input = /\b(?:inpt|inp|input|in)\b/;
  if (cacheWrite.test(text)) return { tokenType: 'cache_write', text: text.replace(cacheWrite, ' ').replace(input, ' ') };
  if (cacheRead.test(text)) return { tokenType: 'cached_input', text: text.replace(cacheRead, ' ').replace(input, ' ') };
  if (output.test(text)) return { tokenType: 'output', text: text.replace(output, ' ') };
  if (input.test(text)) return { tokenType: 'input', text: text.replace(input, ' ') };
  return { tokenType: null, text };
}

const modelWords = new Map([
  ['mn', 'mini'],
  ['trb', 'turbo'],
  ['prvw', 'preview'],
  ['rt', 'realtime'],
  ['rtime', 'realtime'],
  ['realtimeprvw', 'realtime-preview'],
  ['tcrb', 'transcribe'],
  ['trscb', 'transcribe'],
  ['aud', 'audio'],
  ['img', 'image'],
  ['images', 'image'],
  ['txt', 'text'],
]);

/** Words that price, grade or place a model without naming it. */
const noise = new Set(['ep', 'az', 'fw', 'mdl', 'model', 'grdr', 'grader', 'dev', 'deployment', 'ref', 'initial', '']);
const speaking = new Set(['realtime', 'realtime-preview', 'transcribe', 'tts']);

/**
 * In `gpt rt aud mini` the model is gpt-realtime-mini and the audio its part; in `gpt aud mini txt` the model is gpt-audio-mini and the
 * text its part. So the first such word after gpt belongs to the model, and every later one names the modality that is counted.
 */
function takeModality(parts: readonly string[], words: MeterWords): void {
  const isGpt = parts[0] === 'gpt';
  let named = false;
  parts.forEach((part, index) => {
    const word = modelWords.get(part) ?? part;
    if (noise.has(word)) return;
    if (speaking.has(word)) {
      named = true;
      words.modality = word.startsWith('realtime') ? 'realtime' : 'audio';
      words.rest.push(word);
    } else if (word === 'text' && isEmbedding(parts[index + 1])) {
      words.rest.push(word);
    } else if (word === 'audio' || word === 'image' || word === 'text') {
      if (isGpt && !named && word !== 'text') words.rest.push(word);
      named = true;
      words.modality = word;
    } else {
      words.rest.push(word);
    }
  });
}

const isEmbedding = (word: string | undefined): boolean => word === 'embedding' || word === 'embeddings';
