import type { ActorMention } from '../src/actors/actor.ts';
import { keyOf } from '../src/actors/words.ts';
import type { NameKind, Sentence, Token } from '../src/language/sentence.ts';
import type { NameLabel } from './name-labels.ts';

/** A sentence whose names the tables know in part: `unknown` marks words of which nothing may be learnt. */
export interface SilverNames {
  readonly names: readonly NameLabel[];
  readonly unknown: ReadonlySet<number>;
}

/** Last words of names of organisations. */
const ORGANISED = new Set(
  (
    'university institute ministry department commission council party company corporation corp inc ltd group bank agency ' +
    'authority association union army police front movement court foundation federation committee bureau hospital college ' +
    'airlines airways industries holdings laboratories observatory network alliance congress school church club society'
  ).split(' '),
);

const WHOLE: Readonly<Record<string, NameKind>> = {
  'actors/organisation': 'organisation',
  'actors/state-name': 'place',
  'actors/capital': 'place',
  'actors/capital-as-place': 'place',
};

/**
 * Names in a sentence of plain text by what the tables found there: persons by the words of their name, organisations,
 * states and capitals whole, unlisted runs by their last word ("... University") or by ", Chile" after them.
 */
export function silverNames(sentence: Sentence, mentions: readonly ActorMention[]): SilverNames {
  const { tokens } = sentence;
  const names: NameLabel[] = [];
  const unknown = new Set<number>();
  const covered = new Uint8Array(tokens.length);
  for (const mention of mentions) {
    const inside = tokens.flatMap(({ start, end }, i) =>
      start >= mention.start && end <= mention.end ? [i] : [],
    );
    for (const i of inside) covered[i] = 1;
    if (mention.via === 'pronoun' || mention.rule === 'actors/demonym') continue;
    const kind = WHOLE[mention.rule];
    const named =
      kind !== undefined
        ? inside
        : mention.actor.kind === 'person'
          ? wordsOfName(tokens, inside, mention)
          : [];
    const label = kind ?? 'person';
    const whole = named.filter((i) => tokens[i]!.form !== "'s" && tokens[i]!.form !== '’s');
    if (whole.length > 0 && isCapitalised(tokens[whole[0]!]!)) {
      names.push({ kind: label, from: whole[0]!, to: whole[whole.length - 1]! + 1 });
      for (const i of inside)
        if (kind === undefined && i < whole[0]! && isCapitalised(tokens[i]!)) unknown.add(i);
    } else for (const i of inside) unknown.add(i);
  }
  for (let from = 0; from < tokens.length; from++) {
    if (covered[from] === 1 || !isCapitalised(tokens[from]!)) continue;
    let to = from + 1;
    while (to < tokens.length && covered[to] === 0 && isCapitalised(tokens[to]!)) to++;
    const kind = kindOfRun(tokens, covered, from, to, names);
    if (kind !== null) names.push({ kind, from, to });
    else if (from > 0 || tokens[from]!.upos === 'PROPN' || to > from + 1)
      for (let i = from; i < to; i++) unknown.add(i);
    from = to - 1;
  }
  names.sort((a, b) => a.from - b.from);
  return { names: names.filter((name, i) => i === 0 || names[i - 1]!.to <= name.from), unknown };
}

function kindOfRun(
  tokens: readonly Token[],
  covered: Uint8Array,
  from: number,
  to: number,
  names: readonly NameLabel[],
): NameKind | null {
  if (from === 0) return null;
  if (to - from > 1 && ORGANISED.has(tokens[to - 1]!.form.toLowerCase())) return 'organisation';
  const before = tokens[from - 1]!.form.toLowerCase();
  const isPlace =
    tokens[to]?.form === ',' &&
    covered[to + 1] === 1 &&
    names.some((name) => name.from === to + 1 && name.kind === 'place');
  return isPlace && ['in', 'near', 'at', 'of', 'outside', 'from'].includes(before) ? 'place' : null;
}

function wordsOfName(tokens: readonly Token[], inside: readonly number[], { actor }: ActorMention): number[] {
  const words = new Set(keyOf(actor.name).split(/[ -]/));
  const named = inside.filter((i) => words.has(keyOf(tokens[i]!.form)));
  if (named.length === 0) return [];
  return inside.filter((i) => i >= named[0]! && i <= named[named.length - 1]!);
}

function isCapitalised({ form }: Token): boolean {
  return /^\p{Lu}/u.test(form);
}
