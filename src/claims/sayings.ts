import type { ActorMention } from '../actors/actor.ts';
import type { Span } from '../report.ts';
import type { Attribution } from './claim.ts';
import { claimActor } from './claim-actor.ts';
import type { Codebook, CueKind } from './codebook.ts';
import { type FoundCue, findCues } from './cues.ts';
import { timesNear } from './dating.ts';
import { actorsNamed, agentsOf, isPassive, ownersOf, subjectsOf } from './parties.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import {
  childBy,
  childrenBy,
  isUnder,
  lemmaOf,
  prepositionOf,
  type Reading,
  relationOf,
  spanOfTokens,
  subtreeOf,
  tokensIn,
} from './reading.ts';
import { isDocument, sourceKindOf } from './source-kind.ts';

/** Somebody says something in this sentence. */
export interface Saying {
  readonly cue: number;
  readonly cueKind: CueKind;
  /** The tokens of what is said, as far as it stands in this sentence. */
  readonly inside: ReadonlySet<number>;
  /** The subject is a pronoun: whoever speaks in the clause above is meant. */
  readonly pronominal: boolean;
  /** Whether what is said rests on the source; not so where it is known anyway ("condemned the strike"). */
  readonly vouches: boolean;
  /** Quotations, in order, that are content of it. */
  readonly quotations: readonly Quotation[];
  /** Who speaks, where it is an actor. */
  readonly speaker: ActorMention | null;
  readonly attribution: Attribution;
}

/** What is said, and whether it rests on whoever says it. */
interface Content {
  readonly inside: ReadonlySet<number>;
  readonly quotations: readonly Quotation[];
  readonly vouches: boolean;
}

/** Every saying of a sentence, by its cue: verbs, nouns, "according to", "reportedly", the colon of a headline. */
export function findSayings(
  reading: Reading,
  codebook: Codebook,
  quotations: readonly Quotation[],
): Saying[] {
  // A mark between two sentences may belong to either.
  const { start, end } = reading.sentence;
  const here = quotationsIn(quotations, { start: start - 3, end: end + 3 });
  const sayings: Saying[] = [];
  for (const found of findCues(reading, codebook)) {
    const saying =
      found.pos === 'verb'
        ? verbSaying(reading, codebook, found, here)
        : found.pos === 'noun'
          ? nounSaying(reading, codebook, found)
          : adverbSaying(reading, codebook, found);
    if (saying !== null) sayings.push(saying);
  }
  for (let word = 0; word < reading.tokens.length; word++) {
    if (!/^accord(?:ing)?$/.test(lemmaOf(reading, word))) continue;
    const saying = accordingTo(reading, codebook, word);
    if (saying !== null) sayings.push(saying);
  }
  const headline = headlineSaying(reading, codebook);
  return headline === null ? sayings : [headline, ...sayings];
}

function verbSaying(
  reading: Reading,
  codebook: Codebook,
  { cue, node: verb, words }: FoundCue,
  quotations: readonly Quotation[],
): Saying | null {
  const passive = isPassive(reading, verb);
  const source = passive ? (agentsOf(reading, verb)[0] ?? null) : sourceOfVerb(reading, codebook, verb);
  if (!isSaid(reading, verb)) return null;
  if (source !== null && isSpeakerOf(reading, source, quotations)) return null;
  const beside = quotationBeside(reading, verb, words, source, quotations);
  if (source === null && !passive && beside === null) return null;
  const content =
    beside ??
    clauseOf(reading, verb, cue, source) ??
    complementOf(reading, verb, cue) ??
    (source === null
      ? null
      : (around(reading, verb, cue.kind, source) ?? rest(reading, verb, cue.kind, source)));
  if (content === null || (source !== null && content.inside.has(source))) return null;
  // "is expected to": where nobody is named who says so, only hearsay is somebody's word.
  if (source === null && passive && !isHearsay(cue.kind, lemmaOf(reading, verb))) return null;
  const cueWords = [
    ...words,
    ...childrenBy(reading, verb, 'aux', 'aux:pass').filter((word) => word < verb),
    ...listenersOf(reading, verb),
  ];
  return makeSaying(reading, codebook, { cue: verb, cueKind: cue.kind, content, source, cueWords });
}

/** “I think ...”: whoever says "I" in a quotation is the one who is quoted. */
function isSpeakerOf(reading: Reading, source: number, quotations: readonly Quotation[]): boolean {
  const { start, form } = reading.tokens[source]!;
  return (
    /^(I|we|you|me|us)$/i.test(form) &&
    quotations.some((quotation) => start >= quotation.start && start < quotation.end)
  );
}

/** "The deal, he says, is dead.", "The deal is dead, the groups say.": all but the words thrown in. */
function around(reading: Reading, verb: number, kind: CueKind, source: number): Content | null {
  if (kind !== 'say' && kind !== 'think') return null;
  const { tokens } = reading;
  const own = [...nominalOf(reading, source), verb, ...childrenBy(reading, verb, 'aux', 'advmod')];
  const first = Math.min(...own);
  const last = Math.max(...own);
  if (last - first > 24 || tokens[first - 1]?.form !== ',') return null;
  const next = tokens[last + 1]?.form ?? '.';
  if (!/^[,.;]$/.test(next)) return null;
  const inside = tokens.map((_, i) => i).filter((i) => i < first - 1 || (next === ',' && i > last + 1));
  return inside.length < 3 ? null : { inside: new Set(inside), quotations: [], vouches: true };
}

/** "told a crowd they would win": all that follows, where it has a verb and the tree does not say what it is. */
function rest(reading: Reading, verb: number, kind: CueKind, source: number): Content | null {
  if (kind !== 'say' || source > verb) return null;
  const { tokens } = reading;
  const that = tokens.findIndex(
    ({ tag, form }, i) => i > verb && i < verb + 14 && tag === 'IN' && form.toLowerCase() === 'that',
  );
  const object = childBy(reading, verb, 'obj', 'iobj');
  let from = that > 0 ? that : verb + 1;
  if (that < 0 && /^(tell|inform|assure|remind|warn)$/.test(lemmaOf(reading, verb)) && object !== null) {
    from = Math.max(verb, ...nominalOf(reading, object)) + 1;
  }
  while (from < tokens.length && tokens[from]!.upos === 'ADV') from++;
  const inside = tokens.map((_, i) => i).filter((i) => i >= from);
  if (inside.length < 4 || tokens[from]!.form === ',') return null;
  const isClause = inside.some((i) => /^(VBD|VBZ|VBP|MD)$/.test(tokens[i]!.tag));
  return isClause ? { inside: new Set(inside), quotations: [], vouches: true } : null;
}

/** "may say", "to say", "would argue": nobody has said it. */
function isSaid(reading: Reading, verb: number): boolean {
  if (reading.tokens[verb]!.tag !== 'VB') return true;
  return !childrenBy(reading, verb, 'aux', 'mark').some(
    (child) => reading.tokens[child]!.tag === 'MD' || lemmaOf(reading, child) === 'to',
  );
}

function isHearsay(kind: CueKind, lemma: string): boolean {
  return kind === 'say' || /^(accuse|believe|think|suspect|blame|condemn|criticise|criticize)$/.test(lemma);
}

/** Who speaks: the subject; in "a statement saying" whoever issued it; beside a quotation the noun after the verb. */
function sourceOfVerb(reading: Reading, codebook: Codebook, verb: number): number | null {
  // "Russia, the White House said, will": of two subjects the nearest is the verb's.
  const subjects = subjectsOf(reading, verb);
  const found = subjects.findLast((subject) => subject < verb) ?? subjects[0] ?? nounBeside(reading, verb);
  if (found === null) return null;
  const subject = pastDateline(reading, found, verb);
  if (relationOf(reading, verb) === 'acl' && isDocument(reading, codebook, subject)) {
    const issuer = issuerOf(reading, subject);
    if (issuer !== null) return issuer;
  }
  return subject;
}

/** "GENEVA — Envoys said": where the tree takes the dateline for the subject, the noun at the verb. */
function pastDateline(reading: Reading, subject: number, verb: number): number {
  for (let at = verb - 1; at > subject; at--) {
    if (/^(?:—|–|--|-)$/.test(reading.tokens[at]!.form))
      return nounBeside(reading, verb, at) ?? actorBefore(reading, verb, at) ?? subject;
  }
  return subject;
}

function actorBefore(reading: Reading, verb: number, past: number): number | null {
  for (let at = verb - 1; at > past; at--) {
    if (reading.actorsOn[at]!.length > 0) return topOf(reading, at, verb, past);
  }
  return null;
}

/** “...,” said Ambassador Okoye: the noun at the verb where the tree gives no subject. */
function nounBeside(reading: Reading, verb: number, past = -1): number | null {
  const { tokens } = reading;
  const quoted = (at: number): boolean => /^["“”]$/.test(tokens[at]?.form ?? '');
  let before = verb - 1;
  while (before >= 0 && tokens[before]!.upos === 'ADV') before--;
  if (before >= 0 && isNominal(reading, before)) return topOf(reading, before, verb, past);
  let after = verb + 1;
  if (!quoted(verb - 1) && !(tokens[verb - 1]?.form === ',' && quoted(verb - 2))) return null;
  while (after < tokens.length && /^(DET|ADJ|NUM)$/.test(tokens[after]!.upos)) after++;
  return after < tokens.length && isNominal(reading, after) ? topOf(reading, after, verb, past) : null;
}

/** The head of the noun phrase that a word beside the verb belongs to. */
function topOf(reading: Reading, word: number, verb: number, past: number): number {
  let at = word;
  while (/^(flat|compound|amod|nmod|appos|conj)$/.test(relationOf(reading, at))) {
    const head = reading.heads[at]!;
    if (head <= past || head === verb || head > verb !== word > verb || !isNominal(reading, head)) break;
    at = head;
  }
  return at;
}

function isNominal(reading: Reading, i: number): boolean {
  return /^(NOUN|PROPN|PRON)$/.test(reading.tokens[i]!.upos);
}

/** Whose a statement is: its owner, or the subject of the verb that it is the object of. */
function issuerOf(reading: Reading, noun: number): number | null {
  const owner = ownersOf(reading, noun)[0];
  if (owner !== undefined) return owner;
  const verb = reading.heads[noun]!;
  return verb >= 0 && relationOf(reading, noun) === 'obj' ? (subjectsOf(reading, verb)[0] ?? null) : null;
}

/** “...,” the minister said; the minister said: “...”: the quotation nearest to the cue, or null. */
function quotationBeside(
  reading: Reading,
  verb: number,
  words: readonly number[],
  source: number | null,
  quotations: readonly Quotation[],
): Content | null {
  if (quotations.length === 0) return null;
  const { text } = reading.report;
  const around = [
    ...words,
    ...listenersOf(reading, verb),
    ...(source === null ? [] : near(reading, source, verb)),
  ];
  const mentions = source === null ? [] : reading.actorsOn[source]!;
  const first = Math.min(reading.tokens[Math.min(...around)]!.start, ...mentions.map(({ start }) => start));
  const last = Math.max(reading.tokens[Math.max(...around)]!.end, ...mentions.map(({ end }) => end));
  const begins = reading.tokens[Math.min(...words)]!.start;
  const ends = reading.tokens[Math.max(...words)]!.end;
  const before = quotations.findLast(
    (quotation) => isRightBefore(text, quotation, first) || isRightBefore(text, quotation, begins),
  );
  const after = quotations.find(
    (quotation) => isRightAfter(text, last, quotation) || isRightAfter(text, ends, quotation),
  );
  const found = [before, after].filter((quotation) => quotation !== undefined);
  // "said the move was “rash”" quotes a word of a clause.
  const whole = found.filter((quotation) => quotation === before || !isClauseWord(reading, verb, quotation));
  if (whole.length === 0) return null;
  const inside = new Set(whole.flatMap((quotation) => tokensIn(reading.tokens, quotation)));
  for (const word of words) inside.delete(word);
  return { inside, quotations: whole, vouches: true };
}

/** Longest way from a cue to the quotation that it introduces: "said in a statement on Monday: “". */
const WAY = 100;

function isRightBefore(text: string, { end }: Quotation, at: number): boolean {
  return at >= end && at - end < 12 && /^["”.,?!\s]*(?:the |a |an )?$/i.test(text.slice(end, at));
}

function isRightAfter(text: string, from: number, { start }: Quotation): boolean {
  if (start <= from || start - from > WAY) return false;
  const way = text.slice(from, start - 1).trim();
  return /^(?:|[,:]|,? ?that)$/.test(way) || (way.endsWith(':') && !/["“”]/.test(way));
}

/** A quotation after the cue that is only a part of the clause which the cue governs. */
function isClauseWord(reading: Reading, verb: number, quotation: Quotation): boolean {
  const clause = childBy(reading, verb, 'ccomp');
  if (clause === null) return false;
  const { start, end } = spanOfTokens(reading, subtreeOf(reading, clause));
  return start < quotation.start - 3 || end > quotation.end + 3;
}

/** A source that stands right at its verb: its words up to a clause that hangs on it. */
function near(reading: Reading, source: number, verb: number): number[] {
  const all = nominalOf(reading, source);
  return Math.abs(source - verb) > 25 ? [] : all;
}

/** The clause under a cue, or the clause in which the cue is only thrown in; null where there is none. */
function clauseOf(
  reading: Reading,
  verb: number,
  { kind, ownAct }: FoundCue['cue'],
  source: number | null,
): Content | null {
  const clause =
    childBy(reading, verb, 'ccomp', ...(kind === 'say' && source !== null ? [] : ['xcomp'])) ??
    (kind === 'say' ? childBy(reading, verb, 'xcomp') : null);
  if (clause !== null) return contentUnder(reading, clause, !(ownAct && markOf(reading, clause) === 'to'));
  const beside =
    relationOf(reading, verb) === 'parataxis' ? reading.heads[verb]! : childBy(reading, verb, 'parataxis');
  if (beside === null || reading.tokens[beside]!.upos === 'PUNCT') return null;
  const inside = subtreeOf(reading, beside).filter(
    (i) => beside !== reading.heads[verb] || !isUnder(reading, i, verb),
  );
  return { inside: new Set(inside), quotations: [], vouches: true };
}

/** The object or the preposition in which a cue takes what is said: "announced a visit", "warned of a war". */
function complementOf(
  reading: Reading,
  verb: number,
  { object, prepositions }: FoundCue['cue'],
): Content | null {
  const objects = object === null ? [] : childrenBy(reading, verb, 'obj', 'nsubj:pass');
  const obliques = childrenBy(reading, verb, 'obl', 'nmod', 'advcl').filter((child) => {
    const preposition = prepositionOf(reading, child) ?? markOf(reading, child);
    return preposition !== null && prepositions.includes(preposition);
  });
  const nodes = [...objects.filter((i) => reading.timeAt[i] === undefined), ...obliques];
  if (nodes.every((node) => reading.tokens[node]!.upos === 'PRON')) return null;
  const more = childrenBy(reading, verb, 'xcomp', 'ccomp').filter((child) => child > verb);
  const inside = new Set([...nodes, ...more].flatMap((node) => subtreeOf(reading, node)));
  return { inside, quotations: [], vouches: object === 'obj' && objects.length > 0 };
}

function markOf(reading: Reading, node: number): string | null {
  const mark = childBy(reading, node, 'mark');
  return mark === null ? null : lemmaOf(reading, mark);
}

function contentUnder(reading: Reading, node: number, vouches: boolean): Content {
  return { inside: new Set(subtreeOf(reading, node)), quotations: [], vouches };
}

/** "told reporters": whom it was said to belongs to the cue. */
function listenersOf(reading: Reading, verb: number): number[] {
  const listener = childBy(reading, verb, 'iobj', 'obj');
  return listener !== null && /^(reporter|journalist)$/.test(lemmaOf(reading, listener)) ? [listener] : [];
}

/** "the claim that", "Tehran's denial of", "expressed concern about": the noun is the cue. */
function nounSaying(reading: Reading, codebook: Codebook, { cue, node: noun }: FoundCue): Saying | null {
  const clause = childBy(reading, noun, 'acl', 'ccomp');
  const told = clause !== null && reading.relations[clause] !== 'acl:relcl' && !isParticiple(reading, clause);
  const nodes = told
    ? [clause]
    : childrenBy(reading, noun, 'nmod').filter((child) =>
        /^(of|about|over|for|against)$/.test(prepositionOf(reading, child) ?? ''),
      );
  if (nodes.length === 0 || (!told && cue.kind !== 'act' && cue.kind !== 'think')) return null;
  const source = issuerOf(reading, noun);
  if (source === null) return null;
  const verb = reading.heads[noun]!;
  const carried = verb >= 0 && relationOf(reading, noun) === 'obj' && ownersOf(reading, noun).length === 0;
  const inside = new Set(nodes.flatMap((node) => subtreeOf(reading, node)));
  if (inside.has(source)) return null;
  return makeSaying(reading, codebook, {
    cue: noun,
    cueKind: cue.kind,
    content: { inside, quotations: [], vouches: told },
    source,
    cueWords: [...(carried ? [verb] : []), noun],
  });
}

/** "a claim made on Monday" is described, not reported. */
function isParticiple(reading: Reading, node: number): boolean {
  return reading.tokens[node]!.tag === 'VBN' || reading.tokens[node]!.tag === 'VBG';
}

/** "reportedly", "allegedly": somebody says so, and nobody is named. */
function adverbSaying(reading: Reading, codebook: Codebook, { cue, node }: FoundCue): Saying | null {
  const clause = reading.heads[node]!;
  if (cue.kind !== 'say' || clause < 0) return null;
  const inside = new Set(subtreeOf(reading, clause).filter((i) => i !== node));
  const content = { inside, quotations: [], vouches: true };
  return makeSaying(reading, codebook, {
    cue: node,
    cueKind: 'say',
    content,
    source: null,
    cueWords: [node],
  });
}

function accordingTo(reading: Reading, codebook: Codebook, word: number): Saying | null {
  const source =
    relationOf(reading, word) === 'case' ? reading.heads[word]! : childBy(reading, word, 'obl', 'nmod');
  if (source === null || source < 0) return null;
  let clause = relationOf(reading, word) === 'case' ? reading.heads[source]! : reading.heads[word]!;
  if (clause < 0) return null;
  while (/^(obl|nmod|obj|nsubj|compound|flat|amod|nummod|appos)$/.test(relationOf(reading, clause)))
    clause = reading.heads[clause]!;
  const to = reading.tokens[word + 1]?.form.toLowerCase() === 'to' ? [word + 1] : [];
  const inside = new Set(
    subtreeOf(reading, clause).filter((i) => !isUnder(reading, i, source) && i !== word),
  );
  for (const i of to) inside.delete(i);
  const content = { inside, quotations: [], vouches: true };
  return makeSaying(reading, codebook, {
    cue: source,
    cueKind: 'say',
    content,
    source,
    cueWords: [word, ...to],
  });
}

/** "Lavrov: talks will go on": a headline that begins with a name and a colon. */
function headlineSaying(reading: Reading, codebook: Codebook): Saying | null {
  const { tokens } = reading;
  const colon = tokens.findIndex(({ form }) => form === ':');
  if (colon < 1 || colon > 6 || colon > tokens.length - 4 || reading.sentence.index > 1) return null;
  let source = 0;
  if (!tokens.slice(0, colon).every(({ upos }) => /^(PROPN|NOUN|ADJ|PUNCT|PART)$/.test(upos))) return null;
  while (source < colon && reading.heads[source]! >= 0 && reading.heads[source]! < colon)
    source = reading.heads[source]!;
  const isName =
    tokens[source]!.upos === 'PROPN' && tokens[source]!.form !== tokens[source]!.form.toUpperCase();
  if (!isName && reading.actorsOn[source]!.length === 0) return null;
  const inside = new Set(tokens.map((_, i) => i).filter((i) => i > colon));
  const content = { inside, quotations: [], vouches: true };
  return makeSaying(reading, codebook, { cue: colon, cueKind: 'say', content, source, cueWords: [colon] });
}

/** The parts of what is said with their quotation marks, in text order: the cue may stand in its middle. */
export function contentPieces(reading: Reading, { inside, quotations }: Saying): Span[] {
  const words = [...inside].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const word of words) {
    if (runs.at(-1)?.at(-1) === word - 1) runs.at(-1)!.push(word);
    else runs.push([word]);
  }
  const { start, end } = reading.sentence;
  const beyond = quotations.filter((quotation) => quotation.start < start || quotation.end > end);
  return [...runs.map((run) => spanOfTokens(reading, run)), ...beyond]
    .map((piece) => withMarks(reading.report.text, piece))
    .sort((a, b) => a.start - b.start);
}

function withMarks(text: string, { start, end }: Span): Span {
  const behind = /^[.,?!]{0,2}["”]/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  return { start: /["“]/.test(text[start - 1] ?? '') ? start - 1 : start, end: end + behind };
}

interface Parts {
  readonly cue: number;
  readonly cueKind: CueKind;
  readonly content: Content;
  readonly source: number | null;
  readonly cueWords: readonly number[];
}

function makeSaying(reading: Reading, codebook: Codebook, parts: Parts): Saying | null {
  const { cue, cueKind, content, source, cueWords } = parts;
  const { inside, quotations, vouches } = content;
  if (inside.size === 0 && quotations.length === 0) return null;
  const { text } = reading.report;
  const named = source === null ? [] : actorsNamed(reading, source);
  const sourceSpan = source === null ? null : sourceSpanOf(reading, source, named, inside, cueWords);
  const contentSpan = contentSpanOf(reading, inside, quotations);
  return {
    cue,
    cueKind,
    inside,
    pronominal: source !== null && reading.tokens[source]!.upos === 'PRON',
    vouches,
    quotations,
    speaker: named[0] ?? null,
    attribution: {
      kind: source === null ? 'unnamed-sources' : sourceKindOf(reading, codebook, source, named),
      ...(named[0] === undefined ? {} : { actor: claimActor(named[0]) }),
      asWritten: sourceSpan === null ? null : text.slice(sourceSpan.start, sourceSpan.end),
      sourceSpan,
      cueSpan: spanOfTokens(
        reading,
        [...new Set(cueWords)].sort((a, b) => a - b),
      ),
      contentSpan,
      quoted: quotationOf(text, contentSpan, quotations),
      saidOn: saidOn(reading, cue, inside),
      via: [],
    },
  };
}

/** The words of a source: the mention that it names, else its noun phrase as far as it is not what is said. */
function sourceSpanOf(
  reading: Reading,
  source: number,
  named: readonly ActorMention[],
  inside: ReadonlySet<number>,
  cueWords: readonly number[],
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
    end: Math.max(run.end, mention?.end ?? run.end),
  };
}

/** "and the minister said": the joint is no part of the source. */
function withoutJoint(reading: Reading, run: readonly number[], source: number): number[] {
  let from = 0;
  while (run[from]! < source && /^(CCONJ|PUNCT|ADV|ADP|SCONJ)$/.test(reading.tokens[run[from]!]!.upos))
    from++;
  return run.slice(from);
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
    if (subject !== null && /^(WP|WDT)$/.test(reading.tokens[subject]!.tag)) return reading.tokens[subject]!;
  }
  return null;
}

/** The words of a noun phrase without the clauses that hang on it. */
function nominalOf(reading: Reading, noun: number): number[] {
  const found: number[] = [noun];
  for (let at = 0; at < found.length; at++) {
    for (const child of reading.children[found[at]!]!) {
      if (!/^(acl|advcl|parataxis|cop|punct|csubj|ccomp|dep|orphan)/.test(reading.relations[child]!))
        found.push(child);
    }
  }
  return found.sort((a, b) => a - b);
}

function contentSpanOf(
  reading: Reading,
  inside: ReadonlySet<number>,
  quotations: readonly Quotation[],
): Span {
  const words = [...inside].sort((a, b) => a - b);
  const spans = [...(words.length === 0 ? [] : [spanOfTokens(reading, words)]), ...quotations];
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** Whether the content stands in quotation marks wholly, in part or not at all. */
function quotationOf(text: string, content: Span, quotations: readonly Quotation[]): Attribution['quoted'] {
  if (quotations.length > 0) return 'direct';
  const before = text.slice(Math.max(0, content.start - 1), content.start + 1);
  const after = text.slice(content.end - 1, content.end + 2);
  if (/["“]/.test(before) && /["”]/.test(after)) return 'direct';
  return /["“”]/.test(text.slice(content.start, content.end)) ? 'mixed' : 'indirect';
}

/** When it was said; a day after the report's belongs to what is said. */
function saidOn(reading: Reading, cue: number, inside: ReadonlySet<number>): Attribution['saidOn'] {
  const when = timesNear(reading, cue, inside)?.when ?? null;
  return when?.beginMin != null && when.beginMin > reading.report.publishedOn ? null : when;
}
