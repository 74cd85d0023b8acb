import type { ActorMention } from '../actors/actor.ts';
import type { Span } from '../report.ts';
import { isPhrasal, nominalOf } from './nominals.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf, spanOfTokens } from './reading.ts';
import { agentsOf } from './subjects.ts';

/** The words of a source: the mention that it names, else its noun phrase as far as it is not what is said. */
export function sourceSpanOf(
  reading: Reading,
  source: number,
  named: readonly ActorMention[],
  inside: ReadonlySet<number>,
  cueWords: readonly number[],
  of: readonly number[],
): Span {
  const relative = relativeAt(reading, cueWords);
  if (
    relative !== null &&
    !named.some((mention) => mention.start <= relative.start && relative.end <= mention.end)
  ) {
    return { start: relative.start, end: relative.end };
  }
  const token = reading.tokens[source]!;
  const mention = named.find(({ start, end }) => start < token.end && token.start < end);
  const words = new Set(nominalOf(reading, source).filter((i) => !inside.has(i) && !cueWords.includes(i)));
  const run = spanOfTokens(reading, withoutJoint(reading, runAround(source, words), source));
  return {
    start: Math.min(run.start, mention?.start ?? run.start),
    end: Math.max(run.end, mention?.end ?? run.end, ...of.map((word) => reading.tokens[word]!.end)),
  };
}

/** "an official at the defence ministry": the words after a noun that name whose official it is, where they name an actor. */
export function affiliationOf(reading: Reading, source: number, inside: ReadonlySet<number>): number[] {
  const { tokens } = reading;
  if (tokens[source]!.upos !== 'NOUN' || !/^(at|of|in|from|for|with)$/.test(tokens[source + 1]?.form ?? ''))
    return [];
  let last = source + 1;
  while (last + 1 < tokens.length && isPhrasal(reading, last + 1) && !inside.has(last + 1)) last++;
  const words = [...Array(last - source).keys()].map((i) => source + 1 + i);
  return words.some((word) => reading.actorsOn[word]!.length > 0 && reading.timeAt[word] === undefined)
    ? words
    : [];
}

/** "and the minister said": the joint is no part of the source. */
function withoutJoint(reading: Reading, run: readonly number[], source: number): number[] {
  let from = 0;
  while (run[from]! < source && /^(CCONJ|PUNCT|ADV|ADP|SCONJ)$/.test(reading.tokens[run[from]!]!.upos))
    from++;
  // "Ankara's view": the sign of the genitive is none of its name.
  return run.slice(from, reading.tokens[run.at(-1)!]!.tag === 'POS' ? -1 : undefined);
}

/** The words of a set that stand together around one of them. */
function runAround(word: number, words: ReadonlySet<number>): number[] {
  const run = [word];
  while (words.has(run[0]! - 1)) run.unshift(run[0]! - 1);
  while (words.has(run.at(-1)! + 1)) run.push(run.at(-1)! + 1);
  return run;
}

/** "the envoy, who said": the words of the source are the pronoun's, as with "he". */
function relativeAt(reading: Reading, cueWords: readonly number[]): Span | null {
  for (const word of cueWords) {
    const subject = childBy(reading, word, 'nsubj');
    if (subject !== null && reading.tokens[subject]!.tag === 'WP') return reading.tokens[subject]!;
  }
  return null;
}

/** "KCNA, carried by Yonhap": through whom the words of a source came. */
export function relaysOf(reading: Reading, source: number): string[] {
  return childrenBy(reading, source, 'acl', 'amod')
    .filter((verb) =>
      /^(relay|carry|quote|report|cite|publish|broadcast|release)$/.test(lemmaOf(reading, verb)),
    )
    .flatMap((verb) => agentsOf(reading, verb))
    .map((agent) => {
      const { start, end } = spanOfTokens(
        reading,
        nominalOf(reading, agent).filter((i) => relationOf(reading, i) !== 'case'),
      );
      return reading.report.text.slice(start, end);
    });
}
