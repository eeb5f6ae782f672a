/** The fewest characters of a password. Length is what counts; there is no rule about kinds of characters. NIST SP 800-63B. */
export const passwordMinimum = 12;

/** What a guesser knows of somebody. */
export interface About {
  email?: string | undefined;
  name?: string | undefined;
  organization?: string | undefined;
}

/** Why this password is among the first that are tried, as a sentence; null when it is not. Its length is asked for elsewhere. */
export function weaknessOf(password: string, about: About = {}): string | null {
  const plain = lettersAndDigits(password);
  if (new Set(password.toLowerCase()).size < 4) return 'This repeats a few characters. Choose several unrelated words.';
  for (const [what, words] of Object.entries(ownWords(about)))
    if (leftOf(plain, words) < remainder) return `This is made of ${what}. Choose several unrelated words.`;
  if (isRepeated(password.toLowerCase()) || isRepeated(plain)) return 'This repeats itself. Choose several unrelated words.';
  if (runs.some((run) => coveredByRun(plain, run)))
    return 'This follows the order of the keys or of the alphabet. Choose several unrelated words.';
  if (leftOf(plain, common) < remainder || leftOf(unmasked(plain), common) < remainder)
    return 'This is one of the most common passwords with little added. Choose several unrelated words.';
  return null;
}

/** What is left beside the words that everybody tries has to be at least this long to count for something. */
const remainder = 6;

const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** How much is left without these words, the longest first. Two of them: who strings more together has made a phrase. */
function leftOf(text: string, words: readonly string[]): number {
  let [left, found] = [text, 0];
  for (const word of words.toSorted((a, b) => b.length - a.length))
    if (found < 2 && left.includes(word)) {
      left = left.replaceAll(word, '');
      found++;
    }
  return found ? left.length : Number.POSITIVE_INFINITY;
}

function ownWords({ email = '', name = '', organization = '' }: About): Record<string, string[]> {
  const [local = '', domain = ''] = email.split('@');
  const host = domain.split('.').slice(0, -1).join('');
  const long = (words: string[]) => words.map(lettersAndDigits).filter((word) => word.length >= 4);
  return {
    'your e-mail address': long([email, `${local}${host}`, local, host]),
    'your name': long([name, ...name.split(/\s+/)]),
    'the name of the organisation': long([organization]),
  };
}

/** `abcabcabcabc`, `horse1horse1`: no more than its first part, said again. */
const isRepeated = (text: string): boolean => text !== '' && (text + text).indexOf(text, 1) < text.length;

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((run) => [run, [...run].reverse().join('')]);

/** Nothing but pieces of four and more of one such run, and a rest that adds little. */
function coveredByRun(text: string, run: string): boolean {
  let rest = 0;
  for (let at = 0; at < text.length; ) {
    let length = Math.min(run.length, text.length - at);
    while (length >= 4 && !run.includes(text.slice(at, at + length))) length--;
    if (length < 4) {
      rest++;
      at++;
    } else at += length;
  }
  return text.length > 0 && rest < remainder && rest < text.length;
}

const masks: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

/** `p4ssw0rd` is `password`. */
const unmasked = (text: string): string => [...text].map((c) => masks[c] ?? c).join('');

/** The stems of the lists that guessers begin with; what people add to reach a length is covered by `remainder`. */
const common = (
  'password passwort passw0rd motdepasse contrasena senha parola kennwort passphrase letmein welcome willkommen administrator admin ' +
  'administrateur superuser root guest changeme changeit default secret geheim qwerty qwertz azerty asdfgh iloveyou ichliebedich tequiero sunshine ' +
  'princess football fussball baseball basketball superman batman spiderman starwars pokemon dragon monkey shadow master michael jennifer ' +
  'jessica charlie jordan ashley trustno1 whatever freedom hello hallo computer internet samsung google facebook microsoft windows summer ' +
  'winter spring autumn sommer herbst january february october november december monday friday liverpool chelsea arsenal barcelona ' +
  'juventus bailey maggie pepper ginger cheese cookie banana chocolate butterfly flower rainbow diamond mustang corvette ferrari harley ' +
  'thunder hunter killer ranger soccer hockey tigger matrix access login testtest testing test1234 demo headroom finops dashboard ' +
  'correcthorsebatterystaple thisismypassword mypassword supersecret topsecret'
).split(' ');
