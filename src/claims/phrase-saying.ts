import type { Codebook, Cue } from './codebook.ts';
import { isFiniteVerb, phraseHeadAt } from './nominals.ts';
import { isUnder, lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import { makeSaying, type Saying, told } from './saying.ts';

/** "according to the ministry", "in the view of diplomats": words in a row, and whoever is named after them. */
export function phraseSayings(reading: Reading, codebook: Codebook): Saying[] {
  return reading.tokens.flatMap((_, word) =>
    (codebook.cues.get(`${lemmaOf(reading, word)}/phrase`) ?? []).flatMap(
      (cue) => phraseAt(reading, codebook, cue, word) ?? [],
    ),
  );
}

function phraseAt(reading: Reading, codebook: Codebook, cue: Cue, word: number): Saying | null {
  const { tokens } = reading;
  if (
    !cue.rest.every((part, at) => word + 1 + at < tokens.length && lemmaOf(reading, word + 1 + at) === part)
  )
    return null;
  const after = word + cue.rest.length + 1;
  const source = headAfter(reading, after);
  if (source === null) return null;
  const cueWords = [...Array(after - word).keys()].map((i) => word + i);
  const own = new Set([...cueWords, ...subtreeOf(reading, source)]);
  const content = (byPlace(reading, word, own) ?? byTree(reading, word, source)).filter((i) => !own.has(i));
  return makeSaying(reading, codebook, {
    cue: source,
    cueKind: cue.kind,
    content: told(content),
    source,
    cueWords,
  });
}

/** The noun that the words at a place lead up to: the topmost of its phrase in the tree. */
function headAfter(reading: Reading, from: number): number | null {
  let head = phraseHeadAt(reading, from);
  while (
    head !== null &&
    /^(compound|flat|amod|nmod:poss|nummod)/.test(reading.relations[head]!) &&
    reading.heads[head]! >= from
  )
    head = reading.heads[head]!;
  return head;
}

/** Before a comma or at the end of a sentence it speaks of all of it, whatever the tree makes of it. */
function byPlace(reading: Reading, word: number, own: ReadonlySet<number>): number[] | null {
  const { tokens } = reading;
  let last = word;
  while (own.has(last + 1)) last++;
  // "according to the daily, which cited envoys, ...", "according to Yonhap, quoting KCNA, ...".
  if (tokens[last + 1]?.form === ',' && /^(?:W|VBG)/.test(tokens[last + 2]?.tag ?? '')) {
    const end = tokens.findIndex(({ form }, i) => i > last + 2 && form === ',');
    if (end > 0) last = end - 1;
  }
  const next = tokens[last + 1]?.form ?? '.';
  const all = tokens.map((_, i) => i);
  if (word === 0) return next === ',' ? all.slice(last + 2) : null;
  if (!all.slice(0, word).some((i) => isFiniteVerb(reading, i))) return null;
  if (/^[.”"]$/.test(next)) return all.slice(0, word);
  return tokens[word - 1]!.form === ',' && next === ','
    ? [...all.slice(0, word - 1), ...all.slice(last + 2)]
    : null;
}

/** The clause on which it hangs. */
function byTree(reading: Reading, word: number, source: number): number[] {
  let clause = isUnder(reading, word, source) ? reading.heads[source]! : reading.heads[word]!;
  if (clause < 0) return [];
  while (/^(obl|nmod|obj|nsubj|compound|flat|amod|nummod|appos)$/.test(relationOf(reading, clause)))
    clause = reading.heads[clause]!;
  return subtreeOf(reading, clause).filter((i) => !isUnder(reading, i, source));
}
