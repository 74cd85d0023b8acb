import { type CapitalRun, isCapital, isJoiner, NAME_KEYS, nameKeys, runAt } from './name-features.ts';
import type { NamedWords, NameKind } from './sentence.ts';
import type { SparseModel } from './sparse-model.ts';
import type { TaggerInput } from './tagger-features.ts';

/** The labels in the order of the model's outcomes: outside, then begin and inside of each kind. */
export const NAME_LABELS = [
  'O',
  'B-person',
  'I-person',
  'B-organisation',
  'I-organisation',
  'B-place',
  'I-place',
] as const;

const KINDS: readonly (NameKind | null)[] = [
  null,
  'person',
  'person',
  'organisation',
  'organisation',
  'place',
  'place',
];

/** Names of persons, organisations and places in a tagged sentence, from left to right; none overlap. */
export function tagNames(model: SparseModel, input: TaggerInput): NamedWords[] {
  const labels = labelWords(input, (keys, scores) => model.score(keys, NAME_KEYS, scores), new Int32Array(8));
  return namesOf(labels);
}

/** Chooses the label of each word from left to right; `score` adds up what the keys say. */
export function labelWords<Scores extends Int32Array | Float64Array>(
  input: TaggerInput,
  score: (keys: Int32Array, scores: Scores, i: number) => void,
  scores: Scores,
): Uint8Array {
  const labels = new Uint8Array(input.length);
  const keys = new Int32Array(NAME_KEYS);
  let run: CapitalRun = { from: 0, to: 0 };
  for (let i = 0; i < input.length; i++) {
    const l1 = i > 0 ? labels[i - 1]! : 0;
    if (!canBeNamed(input, i, l1)) continue;
    if (i >= run.to || i < run.from) run = runAt(input, i);
    nameKeys(input, i, run, l1, i > 1 ? labels[i - 2]! : 0, keys);
    scores.fill(0);
    score(keys, scores, i);
    let best = 0;
    for (let label = 1; label < NAME_LABELS.length; label++) {
      if (scores[label]! > scores[best]! && follows(label, l1)) best = label;
    }
    labels[i] = best;
  }
  return labels;
}

/** A word with a capital, or one that can go on a name, inside a sentence that has it so. */
function canBeNamed(input: TaggerInput, i: number, before: number): boolean {
  if (isCapital(input, i)) return true;
  return (
    before !== 0 &&
    isJoiner(input, i) &&
    i + 1 < input.length &&
    (isCapital(input, i + 1) || isJoiner(input, i + 1))
  );
}

/** "inside" only goes on what it is inside of. */
function follows(label: number, before: number): boolean {
  return label % 2 === 1 || label === 0 || before === label || before === label - 1;
}

function namesOf(labels: Uint8Array): NamedWords[] {
  const names: NamedWords[] = [];
  for (let from = 0; from < labels.length; from++) {
    const kind = KINDS[labels[from]!]!;
    if (kind === null) continue;
    let to = from + 1;
    while (to < labels.length && labels[to]! !== 0 && labels[to]! % 2 === 0) to++;
    names.push({ kind, from, to });
    from = to - 1;
  }
  return names;
}
