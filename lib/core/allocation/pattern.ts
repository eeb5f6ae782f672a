import { AppError } from '../app-error';

// A regular expression that cannot run away: it is compiled to an automaton and takes one step for each character, whatever is written in it. What an
// automaton cannot do (back references, looking around) is refused by name. Case makes no difference.

const longestPattern = 200;
const mostRepeats = 50;
const mostStates = 2_000;
/** Characters of a text that are looked at; names of resources are far below. */
const longestText = 4_000;
/** Remembered states of the automaton; past this it starts anew, so that memory stays bounded too. */
const mostRemembered = 500;

type Test = (code: number) => boolean;
type Node =
  | { kind: 'char'; test: Test }
  | { kind: 'edge'; at: 'start' | 'end' }
  | { kind: 'all' | 'any'; parts: Node[] }
  | { kind: 'repeat'; part: Node; min: number; max: number };

const refuse = (why: string): never => {
  throw new AppError('invalid', `The pattern ${why}.`);
};

const inRange =
  (from: number, to: number): Test =>
  (c) =>
    c >= from && c <= to;
const anyOf =
  (tests: readonly Test[]): Test =>
  (c) =>
    tests.some((t) => t(c));
const not =
  (test: Test): Test =>
  (c) =>
    !test(c);
const isDigit = inRange(48, 57);
const isWord = anyOf([isDigit, inRange(97, 122), inRange(65, 90), (c) => c === 95]);
const isSpace: Test = (c) => /\s/.test(String.fromCharCode(c));
const classes: Readonly<Record<string, Test>> = { d: isDigit, D: not(isDigit), w: isWord, W: not(isWord), s: isSpace, S: not(isSpace) };
const isLineEnd: Test = (c) => c === 10 || c === 13;

/** A letter is tried as it stands in the folded text and as its capital. */
const eitherCase =
  (test: Test): Test =>
  (c) =>
    test(c) || test(String.fromCharCode(c).toUpperCase().charCodeAt(0));

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  read(): Node {
    const node = this.choice();
    if (this.at < this.text.length) refuse('closes a group that was not opened');
    return node;
  }

  private peek = () => this.text[this.at];
  private take = () => this.text[this.at++] ?? refuse('ends too early');

  private choice(): Node {
    const parts = [this.sequence()];
    while (this.peek() === '|') {
      this.at++;
      parts.push(this.sequence());
    }
    return { kind: 'any', parts };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.text.length && this.peek() !== '|' && this.peek() !== ')') parts.push(this.repeated(this.atom()));
    return { kind: 'all', parts };
  }

  private repeated(part: Node): Node {
    const counted = /^\{(\d+)(,(\d*))?\}/.exec(this.text.slice(this.at));
    const sign = this.peek();
    let node: Node;
    if (counted) {
      const min = Number(counted[1]);
      const max = counted[2] === undefined ? min : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3]);
      if (min > mostRepeats || (max !== Number.POSITIVE_INFINITY && max > mostRepeats)) refuse(`repeats more than ${mostRepeats} times`);
      if (max < min) refuse('repeats at least more often than at most');
      this.at += counted[0].length;
      node = { kind: 'repeat', part, min, max };
    } else if (sign === '*' || sign === '+' || sign === '?') {
      this.at++;
      node = { kind: 'repeat', part, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    } else return part;
    if (this.peek() === '?') this.at++; // as few as possible: whether there is a match is the same
    if (/^[*+?]|^\{\d/.test(this.text.slice(this.at))) refuse('repeats a repetition');
    return node;
  }

  private atom(): Node {
    const c = this.take();
    switch (c) {
      case '(':
        return this.group();
      case '[':
        return { kind: 'char', test: this.set() };
      case '.':
        return { kind: 'char', test: not(isLineEnd) };
      case '^':
        return { kind: 'edge', at: 'start' };
      case '$':
        return { kind: 'edge', at: 'end' };
      case '*':
      case '+':
      case '?':
        return refuse(`has nothing before "${c}"`);
      case '\\':
        return { kind: 'char', test: eitherCase(this.escaped()) };
      default:
        return { kind: 'char', test: same(c.toLowerCase().charCodeAt(0)) };
    }
  }

  private group(): Node {
    if (this.peek() === '?') {
      if (this.text[this.at + 1] !== ':') refuse('looks around or names a group, which is not read here');
      this.at += 2;
    }
    const inner = this.choice();
    if (this.peek() !== ')') refuse('opens a group and does not close it');
    this.at++;
    return inner;
  }

  private escaped(): Test {
    const c = this.take();
    const known = classes[c];
    if (known) return known;
    if (/[1-9]/.test(c)) refuse('refers back to a group, which is not read here');
    if (/[a-z0]/i.test(c)) refuse(`holds "\\${c}", which is not read here`);
    return same(c.charCodeAt(0));
  }

  private set(): Test {
    const isNegated = this.peek() === '^';
    if (isNegated) this.at++;
    const tests: Test[] = [];
    while (this.peek() !== ']') {
      const first = this.take();
      if (first === '\\') tests.push(this.escaped());
      else if (this.peek() === '-' && this.text[this.at + 1] !== ']' && this.at + 1 < this.text.length) {
        this.at++;
        const last = this.take();
        if (last === '\\' || last < first) refuse(`has a range from "${first}" to "${last}"`);
        tests.push(inRange(first.charCodeAt(0), last.charCodeAt(0)));
      } else tests.push(same(first.charCodeAt(0)));
    }
    this.at++;
    const test = eitherCase(anyOf(tests));
    return isNegated ? not(test) : test;
  }
}

const same =
  (code: number): Test =>
  (c) =>
    c === code;

/** States by their number: what each takes and where that leads, or where it leads without taking anything. */
type State = { test: Test; next: number } | { edge?: 'start' | 'end'; next: number[] };
const MATCH = 0;

class Automaton {
  readonly states: State[] = [{ next: [] }];
  readonly first: number;

  constructor(node: Node) {
    this.first = this.add(node, MATCH);
  }

  private push(state: State): number {
    if (this.states.length >= mostStates) refuse('becomes too large when its repetitions are written out');
    return this.states.push(state) - 1;
  }

  /** The first state of a node that leads on to `next`. */
  private add(node: Node, next: number): number {
    switch (node.kind) {
      case 'char':
        return this.push({ test: node.test, next });
      case 'edge':
        return this.push({ edge: node.at, next: [next] });
      case 'all':
        return node.parts.reduceRight((to, part) => this.add(part, to), next);
      case 'any':
        return this.push({ next: node.parts.map((part) => this.add(part, next)) });
      case 'repeat': {
        let to = next;
        if (node.max === Number.POSITIVE_INFINITY) {
          const loop = this.push({ next: [] });
          (this.states[loop] as { next: number[] }).next = [this.add(node.part, loop), next];
          to = loop;
        } else for (let i = node.min; i < node.max; i++) to = this.push({ next: [this.add(node.part, to), next] });
        for (let i = 0; i < node.min; i++) to = this.add(node.part, to);
        return to;
      }
    }
  }

  /** All that can be reached from these states without a character. */
  closure(from: Iterable<number>, isAt: { start: boolean; end: boolean }): number[] {
    const seen = new Set<number>();
    const waiting = [...from];
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      if (seen.has(n)) continue;
      seen.add(n);
      const state = this.states[n] as State;
      if (!('test' in state) && (state.edge === undefined || isAt[state.edge])) waiting.push(...state.next);
    }
    return [...seen].sort((a, b) => a - b);
  }
}

interface Remembered {
  states: number[];
  isMatch: boolean;
  /** Undefined until the end was asked for. */
  isMatchAtEnd?: boolean;
  next: Map<number, Remembered>;
}

/** Whether a text holds the pattern, in time that grows with its length only. Throws `invalid`, saying what is wrong with the pattern. */
export function compilePattern(pattern: string): (text: string) => boolean {
  if (pattern === '') refuse('is empty');
  if (pattern.length > longestPattern) refuse(`is longer than ${longestPattern} characters`);
  const automaton = new Automaton(new Reader(pattern).read());
  let memory = new Map<string, Remembered>();
  const remember = (states: number[]): Remembered => {
    const key = states.join();
    const found = memory.get(key);
    if (found) return found;
    if (memory.size >= mostRemembered) memory = new Map();
    const made: Remembered = { states, isMatch: states.includes(MATCH), next: new Map() };
    memory.set(key, made);
    return made;
  };
  const inside = { start: false, end: false };
  const step = (from: Remembered, code: number): Remembered => {
    const to = from.states.flatMap((n) => {
      const state = automaton.states[n] as State;
      return 'test' in state && state.test(code) ? [state.next] : [];
    });
    return remember(automaton.closure([...to, automaton.first], inside)); // a match may begin at every place
  };
  return (text) => {
    const folded = text.slice(0, longestText).toLowerCase();
    let at = remember(automaton.closure([automaton.first], { start: true, end: folded === '' }));
    for (let i = 0; i < folded.length && !at.isMatch; i++) {
      const code = folded.charCodeAt(i);
      let next = at.next.get(code);
      if (!next) {
        next = step(at, code);
        if (at.next.size < mostRemembered) at.next.set(code, next);
      }
      at = next;
    }
    if (at.isMatch) return true;
    if (folded === '') return false;
    at.isMatchAtEnd ??= automaton.closure(at.states, { start: false, end: true }).includes(MATCH);
    return at.isMatchAtEnd;
  };
}
