import { type ConlluSentence, wordsOfConllu } from '../src/language/conllu.ts';
import type { Lexicon } from '../src/language/lexicon.ts';
import { bestStep } from '../src/language/parser.ts';
import {
  kindsOfTags,
  PARSER_KEYS,
  type ParserInput,
  parserKeys,
  prepareParser,
} from '../src/language/parser-features.ts';
import { prepareTagger } from '../src/language/tagger-features.ts';
import {
  canLeft,
  canRight,
  canShift,
  endsInRoot,
  isDone,
  LOOK_AHEAD,
  left,
  right,
  SHIFT,
  shift,
  startState,
} from '../src/language/transitions.ts';
import { type GoldHeads, isForced, stepCosts } from './oracle.ts';
import { Perceptron } from './perceptron.ts';
import { randomFrom, shuffled } from './random.ts';

/** Relations of the treebank, most frequent first; `root` last, as the parser wants it. */
export function listRelations(sentences: readonly ConlluSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { relation } of words) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  }
  counts.delete('root');
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [...ordered.map(([relation]) => relation), 'root'];
}

interface Example {
  readonly input: ParserInput;
  readonly gold: GoldHeads;
  readonly labels: Uint8Array;
}

/** `predicted[i]` are the tags (plus 1) that a tagger which has not seen sentence i gave its words. */
export function trainParser(
  sentences: readonly ConlluSentence[],
  predicted: readonly Uint8Array[],
  lexicon: Lexicon,
  tags: readonly string[],
  relations: readonly string[],
  epochs: number,
  log: (line: string) => void,
): Perceptron {
  const kinds = kindsOfTags(tags);
  const numbers = new Map(relations.map((relation, i) => [relation, i]));
  const examples = sentences.map((sentence, index): Example => {
    const { words } = sentence;
    const n = words.length;
    const tagged = prepareTagger(lexicon, wordsOfConllu(sentence));
    const gold = new Int16Array(n + LOOK_AHEAD).fill(-1);
    const labels = new Uint8Array(n + LOOK_AHEAD);
    words.forEach((w, i) => {
      gold[i + 1] = w.head + 1;
      labels[i + 1] = numbers.get(w.relation)!;
    });
    return { input: prepareParser(tagged, predicted[index]!, kinds), gold, labels };
  });
  const perceptron = new Perceptron(23);
  const random = randomFrom(20260202);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const began = performance.now();
    let wrong = 0;
    let seen = 0;
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index]!;
      seen += 2 * example.input.n;
      wrong += trainOn(perceptron, example, relations.length, epoch === 0 ? 0 : 0.9, random);
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    log(`parser epoch ${epoch + 1}: ${((100 * wrong) / seen).toFixed(2)}% corrected, ${seconds} s`);
  }
  return perceptron;
}

const keys = new Int32Array(PARSER_KEYS);
const scores = new Float64Array(128);
const allowed = new Float64Array(128);

function trainOn(
  perceptron: Perceptron,
  { input, gold, labels }: Example,
  relations: number,
  exploration: number,
  random: () => number,
): number {
  const state = startState(input.n);
  let wrong = 0;
  while (!isDone(state)) {
    if (isForced(state)) {
      right(state, relations - 1);
      continue;
    }
    parserKeys(input, state, keys);
    scores.fill(0);
    perceptron.score(keys, PARSER_KEYS, scores);
    const mayShift = canShift(state);
    const mayLeft = canLeft(state);
    const mayRight = canRight(state);
    const predicted = bestStep(scores, relations, mayShift, mayLeft, mayRight, endsInRoot(state));
    const good = bestGoodStep(state, gold, labels, relations);
    perceptron.step++;
    let step = predicted;
    if (allowed[predicted] !== 1) {
      perceptron.update(keys, PARSER_KEYS, good, predicted);
      wrong++;
      if (random() >= exploration) step = good;
    }
    if (step === SHIFT) shift(state);
    else if (step <= relations) left(state, step - 1);
    else right(state, step - 1 - relations);
  }
  return wrong;
}

/** Marks the steps of least cost in `allowed` and gives the one with the highest score. */
function bestGoodStep(
  state: Parameters<typeof stepCosts>[0],
  gold: GoldHeads,
  labels: Uint8Array,
  relations: number,
): number {
  const [toShift, toLeft, toRight] = stepCosts(state, gold);
  const least = Math.min(toShift, toLeft, toRight);
  const s0 = state.stack[state.depth - 1]!;
  allowed.fill(0);
  let best = -1;
  const allow = (step: number): void => {
    allowed[step] = 1;
    if (best < 0 || scores[step]! > scores[best]!) best = step;
  };
  if (toShift === least) allow(SHIFT);
  // The label of the gold arc, also where the arc itself is lost; `root` only fits the root.
  const label = labels[s0]! === relations - 1 ? -1 : labels[s0]!;
  for (const [cost, base] of [
    [toLeft, 1],
    [toRight, relations + 1],
  ] as const) {
    if (cost !== least) continue;
    if (label >= 0) allow(base + label);
    else for (let other = 0; other < relations - 1; other++) allow(base + other);
  }
  return best;
}
