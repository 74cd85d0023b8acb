import type { Codebook, Cue } from './codebook.ts';
import type { FoundCue } from './cues.ts';
import {
  childBy,
  childrenBy,
  lemmaOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import { makeSaying, type Saying, told } from './saying.ts';
import { isSilence } from './silence.ts';
import { obliquesOf, ownersOf } from './slots.ts';
import { issuerOf } from './speaker.ts';

/** Prepositions in which stands what a noun is about, where its row names none. */
const ABOUT: readonly string[] = ['of', 'about', 'over', 'for', 'against'];

/** "the claim that", "Tehran's denial of", "expressed concern about": the noun is the cue. */
export function nounSaying(
  reading: Reading,
  codebook: Codebook,
  { cue, node: noun }: FoundCue,
): Saying | null {
  const clause = childBy(reading, noun, 'acl', 'ccomp');
  const prepositions = cue.prepositions.length > 0 || cue.kind === 'say' ? cue.prepositions : ABOUT;
  const isTold =
    clause !== null && reading.relations[clause] !== 'acl:relcl' && !isParticiple(reading, clause);
  if (clause !== null && isOfTheNoun(reading, clause)) return null;
  const nodes = isTold
    ? [clause]
    : childrenBy(reading, noun, 'nmod').filter((child) =>
        prepositions.includes(prepositionOf(reading, child) ?? ''),
      );
  // "amid claims that": somebody says so, and nobody is named; evidence and fears are the narrator's to tell.
  const isRumour = cue.kind === 'say' || cue.kind === 'act';
  const silent = isSilence(reading, noun);
  if (cue.kind === 'think' && prepositionOf(reading, noun) === 'in')
    return inTheView(reading, codebook, cue, noun);
  if (nodes.length === 0 && !silent) return null;
  const source = silent ? silentOf(reading, noun) : issuerOf(reading, noun);
  const verb = reading.heads[noun]!;
  const carried = verb >= 0 && relationOf(reading, noun) === 'obj' && ownersOf(reading, noun).length === 0;
  if (silent && nodes.length === 0) {
    return makeSaying(reading, codebook, {
      cue: noun,
      cueKind: cue.kind,
      content: told(childrenBy(reading, noun, 'det'), false),
      source,
      cueWords: [...(carried ? [verb] : []), noun],
    });
  }
  return makeSaying(reading, codebook, {
    cue: noun,
    cueKind: cue.kind,
    content: told(
      nodes.flatMap((node) => subtreeOf(reading, node)),
      isTold && !cue.isKnown && (source !== null || isRumour),
    ),
    source,
    cueWords: [...(carried ? [verb] : []), noun],
  });
}

/** "In Ankara's view, the deal stands": all of the clause but the words that name whose view it is. */
function inTheView(reading: Reading, codebook: Codebook, cue: Cue, noun: number): Saying | null {
  const source = ownersOf(reading, noun)[0] ?? null;
  const clause = reading.heads[noun]!;
  if (source === null || clause < 0) return null;
  const own = new Set(subtreeOf(reading, noun));
  return makeSaying(reading, codebook, {
    cue: noun,
    cueKind: cue.kind,
    content: told(subtreeOf(reading, clause).filter((i) => !own.has(i))),
    source,
    cueWords: [noun],
  });
}

/** "made no comment", "there was no word from": who keeps silent. */
function silentOf(reading: Reading, noun: number): number | null {
  return obliquesOf(reading, noun, 'from')[0] ?? issuerOf(reading, noun);
}

/** ", a claim that Lima denied": the clause tells what became of what was said before, and not what was said. */
function isOfTheNoun(reading: Reading, clause: number): boolean {
  return (
    /^(deny|reject|dismiss|dispute|refute|repeat|confirm)$/.test(lemmaOf(reading, clause)) &&
    childrenBy(reading, clause, 'obj', 'ccomp', 'xcomp').every((child) => child < clause)
  );
}

/** "a claim made on Monday" is described, not reported. */
function isParticiple(reading: Reading, node: number): boolean {
  return (
    /^VB[NG]$/.test(reading.tokens[node]!.tag) && childBy(reading, node, 'nsubj', 'aux', 'mark') === null
  );
}
