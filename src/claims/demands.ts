import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed } from './actors-named.ts';
import { NARRATOR } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf, markOf, type Reading } from './reading.ts';
import { isOpen, type Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { isPassive } from './slots.ts';
import { realityOf } from './status.ts';
import { subjectsOf } from './subjects.ts';
import { isSubjunctive } from './verb-group.ts';

/** Verbs whose "that" clause is asked for where it has a bare verb. */
const INSISTS = /^(ask|insist|propose|recommend)$/;

/** Words that lay something at the door of their subject. */
const GUILTY = /^(responsible|guilty|behind|culpable)$/;

/**
 * "Kyiv said that Moscow must withdraw": whoever says what another state must do asks it to. "Lima says Quito is
 * responsible": whoever says whose fault it is accuses them.
 */
export function findDemands(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  return [...findWants(reading, codebook), ...demandsIn(reading, codebook, sayings)];
}

function demandsIn(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  return sayings.flatMap(({ cue, cueKind, inside, speaker, vouches }) => {
    if (cueKind !== 'say' || !vouches || speaker === null) return [];
    const own = sideOf(speaker);
    if (own === undefined) return [];
    return [...inside].flatMap((verb) => {
      const must = childrenBy(reading, verb, 'aux').find((word) =>
        /^(must|should|ought)$/.test(lemmaOf(reading, word)),
      );
      const guilty =
        GUILTY.test(lemmaOf(reading, verb)) ||
        childrenBy(reading, verb, 'case').some((word) => lemmaOf(reading, word) === 'behind');
      const isCopular = childrenBy(reading, verb, 'cop').length > 0;
      const wrongs = isWrong(reading, codebook, verb);
      const accuses = wrongs || (guilty && isCopular && !negationIn(reading, verb));
      // "insisted that Peru leave".
      const insists =
        cue in reading.tokens && INSISTS.test(lemmaOf(reading, cue)) && isSubjunctive(reading, verb);
      if (accuses === (must !== undefined || insists) || isPassive(reading, verb)) return [];
      const asked = subjectsOf(reading, verb)
        .flatMap((subject) => actorsNamed(reading, subject))
        .filter(({ actor }) => actor.country !== null && actor.country !== own);
      if (asked.length === 0) return [];
      const type = accuses ? 'ACCUSE' : 'REQUEST';
      const rule = wrongs
        ? 'events/wrong/verb'
        : accuses
          ? 'events/guilty/adj'
          : insists
            ? 'events/insist/verb'
            : 'events/must/aux';
      const words = must === undefined ? [verb] : [must, verb].sort((a, b) => a - b);
      const said: Reality = { status: 'happened', polarity: 'positive', rule: 'status/reported-act' };
      return [draftDemand(reading, { type, rule, words, clause: verb, at: cue }, [speaker], asked, said)];
    });
  });
}

/** "Lima said that Quito violated the truce": told as a fact, and neither planned nor denied. */
function isWrong(reading: Reading, codebook: Codebook, verb: number): boolean {
  if (!codebook.wrongs.has(lemmaOf(reading, verb)) || reading.tokens[verb]!.upos !== 'VERB') return false;
  if (childrenBy(reading, verb, 'nsubj').length === 0) return false;
  const { status, polarity } = realityOf(reading, codebook, verb, null);
  return polarity === 'positive' && /^(happened|ongoing)$/.test(status);
}

/** "Peru wants Chile to leave": whoever wants another state to act asks it to. */
function findWants(reading: Reading, codebook: Codebook): Draft[] {
  return reading.tokens.flatMap(({ upos }, verb) => {
    if (upos !== 'VERB' || lemmaOf(reading, verb) !== 'want' || isPassive(reading, verb)) return [];
    const [object] = childrenBy(reading, verb, 'obj');
    const isAsked = childrenBy(reading, verb, 'xcomp', 'advcl').some(
      (clause) => object !== undefined && clause > object && markOf(reading, clause) === 'to',
    );
    const actors = subjectsOf(reading, verb).flatMap((subject) => actorsNamed(reading, subject));
    const own = new Set(actors.map(sideOf));
    const asked = (isAsked ? actorsNamed(reading, object!) : []).filter(
      ({ actor: { country } }) => country !== null && !own.has(country),
    );
    const reality = realityOf(reading, codebook, verb, null);
    if (asked.length === 0 || !actors.some((mention) => sideOf(mention)) || isOpen(reality)) return [];
    const rule = 'events/want/verb';
    return [
      draftDemand(
        reading,
        { type: 'REQUEST', rule, words: [verb], clause: verb, at: verb },
        actors,
        asked,
        reality,
      ),
    ];
  });
}

interface DemandWords {
  readonly type: 'ACCUSE' | 'REQUEST';
  readonly rule: string;
  readonly words: readonly number[];
  readonly clause: number;
  /** The verb whose day it is. */
  readonly at: number;
}

function draftDemand(
  reading: Reading,
  { type, rule, words, clause, at }: DemandWords,
  actors: readonly ActorMention[],
  recipients: readonly ActorMention[],
  reality: Reality,
): Draft {
  return {
    reading,
    kind: 'event',
    type,
    mode: type === 'ACCUSE' ? 'allege' : 'change',
    contexts: ['diplomatic'],
    node: clause,
    clause,
    words,
    actors,
    recipients,
    place: null,
    reality,
    attribution: NARRATOR,
    when: timesNear(reading, at)?.when ?? null,
    standing: false,
    issues: [],
    rules: [
      { field: 'type', rule, span: reading.tokens[words[0]!]! },
      { field: 'status', rule: reality.rule },
      { field: 'actors', rule: 'actors/speaker' },
    ],
  };
}

/** The state or body that somebody speaks for. */
function sideOf({ actor: { country, organisation } }: ActorMention): string | undefined {
  return country ?? organisation;
}

function negationIn(reading: Reading, node: number): boolean {
  return childrenBy(reading, node, 'advmod', 'det').some((word) =>
    /^(not|n't|never|no)$/.test(lemmaOf(reading, word)),
  );
}
