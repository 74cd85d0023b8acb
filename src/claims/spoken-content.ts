import type { Cue } from './codebook.ts';
import type { FoundCue } from './cues.ts';
import { isFiniteVerb, nominalOf } from './nominals.ts';
import {
  childBy,
  childrenBy,
  isUnder,
  lemmaOf,
  markOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import { beforeOthers, isSaidByOthers, withoutContrast } from './said-by-others.ts';
import { type Content, told } from './saying.ts';
import { isPassive } from './slots.ts';
import { aroundCue } from './thrown-in.ts';

/** What a verb of saying says outside quotation marks, or null: tried in order. */
export function spokenContent(
  reading: Reading,
  { node: verb, cue, words }: FoundCue,
  source: number | null,
): Content | null {
  return (
    (source === null || isPassive(reading, verb) ? null : aroundCue(reading, verb, source)) ??
    clauseOf(reading, verb, words, cue, source) ??
    complementOf(reading, verb, cue) ??
    (source === null ? null : afterCue(reading, verb, cue, source))
  );
}

/** The clause under a cue, or the clause in which the cue is only thrown in. */
function clauseOf(
  reading: Reading,
  verb: number,
  own: readonly number[],
  { kind, ownAct, isKnown }: Cue,
  source: number | null,
): Content | null {
  const relative = relativeBefore(reading, verb);
  const clauses = childrenBy(reading, verb, 'ccomp', 'xcomp').filter(
    (child) => !own.includes(child) && !isSaidByOthers(reading, child),
  );
  const clause =
    clauses.find((child) => relationOf(reading, child) === 'ccomp') ??
    // "made clear that", "warned the army that": the tree may hang the clause elsewhere.
    own.map((word) => childBy(reading, word, 'ccomp', 'advcl')).find((child) => isThat(reading, child)) ??
    (kind === 'say' || source === null || clauses.length > 0 ? clauses[0] : undefined) ??
    null;
  if (clause !== null) {
    // "conveyed that, when they quarrel, it is vital": the tree may make two clauses of one.
    const further = clauses.filter(
      (child) => child > clause && clause > verb && relationOf(reading, child) === 'ccomp',
    );
    const words = [
      ...withoutContrast(reading, clause),
      ...relativeAfter(reading, verb, clause),
      ...further.flatMap((child) => subtreeOf(reading, child)),
    ];
    const vouches = !(ownAct && markOf(reading, clause) === 'to');
    return told(
      [...(relative === null ? [] : [relative]), ...words, ...runningOn(reading, verb, words)],
      vouches,
    );
  }
  if (isKnown || kind === 'act' || kind === 'show') return null;
  const beside =
    relationOf(reading, verb) === 'parataxis' ? reading.heads[verb]! : childBy(reading, verb, 'parataxis');
  if (beside === null || isSaidByOthers(reading, beside) || reading.tokens[beside]!.upos === 'PUNCT')
    return null;
  return told(
    subtreeOf(reading, beside).filter((i) => beside !== reading.heads[verb] || !isUnder(reading, i, verb)),
  );
}

/** "say he can do one thing, which is to show": a relative clause that the tree hangs beside what is said. */
function relativeAfter(reading: Reading, verb: number, clause: number): number[] {
  return (
    childrenBy(reading, verb, 'parataxis', 'advcl')
      .filter((beside) => beside > clause)
      .map((beside) => subtreeOf(reading, beside))
      .find((words) => words.some((i, at) => at < 2 && reading.tokens[i]!.form === 'which')) ?? []
  );
}

/** "which the probe said was hidden": the pronoun is a part of what is said. */
function relativeBefore(reading: Reading, verb: number): number | null {
  for (let at = verb - 1; at >= 0 && verb - at < 9; at--) {
    if (/^(WDT|WP)$/.test(reading.tokens[at]!.tag)) return childBy(reading, verb, 'nsubj') === at ? null : at;
    if (reading.tokens[at]!.form === ',') return null;
  }
  return null;
}

/**
 * The words after a clause up to the next mark, which the tree hangs elsewhere though no other clause begins: "said
 * they have waited as Oman has repeatedly".
 */
function runningOn(reading: Reading, verb: number, words: readonly number[]): number[] {
  if (/^acl/.test(reading.relations[verb]!) || words[0]! < verb) return [];
  const more: number[] = [];
  for (let at = Math.max(...words) + 1; at < reading.tokens.length; at++) {
    if (
      reading.tokens[at]!.upos === 'PUNCT' ||
      (/^(CCONJ)$/.test(reading.tokens[at]!.upos) && more.length === 0)
    )
      break;
    if (isUnder(reading, at, verb)) break;
    more.push(at);
  }
  return more;
}

/** The object or the preposition in which a cue takes what is said: "announced a visit", "urged them to leave". */
function complementOf(reading: Reading, verb: number, { object, ownAct, prepositions }: Cue): Content | null {
  const objects = object === null ? [] : childrenBy(reading, verb, 'obj', 'nsubj:pass');
  const leadIn = (child: number): string => prepositionOf(reading, child) ?? markOf(reading, child) ?? '';
  const obliques = childrenBy(reading, verb, 'obl', 'nmod', 'advcl', 'xcomp').filter((child) =>
    prepositions.includes(leadIn(child)),
  );
  const nodes = [...objects.filter((i) => reading.timeAt[i] === undefined), ...obliques];
  const more = childrenBy(reading, verb, 'xcomp', 'ccomp', 'advcl').filter(
    (child) =>
      child > verb &&
      (relationOf(reading, child) !== 'advcl' ||
        isDemand(reading, child, objects) ||
        isCondition(reading, child)),
  );
  if (nodes.length === 0) return null;
  const words = [...nodes, ...more].flatMap((node) => beforeOthers(reading, subtreeOf(reading, node)));
  // "spoke about the strike": that there was one is known anyway; "warned of a strike" it is not.
  const vouches =
    (object === 'obj' && objects.length > 0) ||
    (!ownAct && obliques.some((child) => /^(of|for|with|as)$/.test(leadIn(child))));
  return told([...words, ...runningOn(reading, verb, words)], vouches);
}

/** "urged them to leave": an infinitive right after the object. */
function isDemand(reading: Reading, clause: number, objects: readonly number[]): boolean {
  if (markOf(reading, clause) !== 'to') return false;
  const first = Math.min(...subtreeOf(reading, clause));
  return objects.some((object) => Math.max(...subtreeOf(reading, object)) === first - 1);
}

/** "threatened to retaliate if". */
function isCondition(reading: Reading, clause: number): boolean {
  return /^(if|unless)$/.test(markOf(reading, clause) ?? '');
}

function isThat(reading: Reading, clause: number | null): boolean {
  return clause !== null && markOf(reading, clause) === 'that';
}

/** "told a crowd they would win": all that follows, where it has a verb and the tree does not say what it is. */
function afterCue(reading: Reading, verb: number, { kind }: Cue, source: number): Content | null {
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
  return inside.some((i) => isFiniteVerb(reading, i)) ? told(inside) : null;
}
