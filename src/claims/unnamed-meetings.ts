import type { Actor, ActorMention } from '../actors/actor.ts';
import type { Sentence } from '../language/sentence.ts';
import type { SourceKind } from './claim.ts';
import type { Codebook, Predicate } from './codebook.ts';
import type { Draft } from './draft.ts';
import { isPartyless } from './encounter-days.ts';
import { objectsOf } from './objects.ts';
import type { FoundPredicate } from './predicates.ts';
import { isOfEncounter } from './put-off.ts';
import { childrenBy, lemmaOf, type Reading } from './reading.ts';
import { isPassive } from './slots.ts';
import { agentsOf } from './subjects.ts';

/** Encounters of nobody named: "the ministers met", "a fifth round was put off". */

/** Those who meet for their states, beside the nouns of data/sources that speak for them. */
const PEOPLE = new Set(
  'minister president premier leader general commander chief negotiator envoy delegation committee commission side man woman'.split(
    ' ',
  ),
);

const OFFICIAL: ReadonlySet<SourceKind | undefined> = new Set<SourceKind>([
  'named-official',
  'unnamed-officials',
]);

/** Types of what the ministers of two states do together: they meet, agree and sign. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'SUPPORT']);

const CHANGES: ReadonlySet<string | undefined> = new Set(['postpone', 'call-off', 'suspend', 'break-off']);

/** Whether a sentence has words for an encounter, so that it may be one of the two states that a report is about. */
export function tellsOfEncounter({ tokens }: Sentence, { predicates }: Codebook): boolean {
  return tokens.some(({ upos, lemma }) => {
    const isVerb = upos === 'VERB';
    if (!isVerb && upos !== 'NOUN') return false;
    if (lemma === 'hotline') return true;
    const rows = predicates.get(`${lemma.toLowerCase()}/${isVerb ? 'verb' : 'noun'}`);
    return rows?.some((row) => (isVerb ? isMutual(row) || changes(row) : row.type === 'CONSULT')) ?? false;
  });
}

function isMutual({ type, symmetric, mode }: Predicate): boolean {
  return type !== null && MUTUAL.has(type) && symmetric && mode !== 'contact';
}

function changes({ type, mode }: Predicate): boolean {
  return type === 'REJECT' && CHANGES.has(mode);
}

/** Whether a verb without a party named tells of officials who meet or agree, or of an encounter put off. */
export function isOfUnnamed(
  reading: Reading,
  codebook: Codebook,
  { predicate, node }: FoundPredicate,
): boolean {
  if (predicate.pos !== 'verb') return false;
  if (changes(predicate))
    return objectsOf(reading, node).length > 0 && isOfEncounter(reading, codebook, node);
  // "A hotline will be established": nobody is said to do it.
  if (predicate.mode === 'contact' && predicate.symmetric) return isPassive(reading, node);
  if (!isMutual(predicate) || predicate.head === 'discuss') return false;
  const agents = agentsOf(reading, node);
  return agents.length > 0 && agents.every((agent) => areOfficials(reading, codebook, agent));
}

/** "the foreign ministers", "a border committee": nobody says whose. */
function areOfficials(reading: Reading, { sourceNouns }: Codebook, noun: number): boolean {
  const { tag } = reading.tokens[noun]!;
  const lemma = lemmaOf(reading, noun);
  if (lemma === 'team') return false;
  // "The Foreign Ministers"
  const isMany = tag === 'NNS' || tag === 'NNPS';
  if (tag === 'NN') return /^(committee|commission)$/.test(lemma);
  return isMany && (PEOPLE.has(lemma) || OFFICIAL.has(sourceNouns.get(lemma)));
}

/** How many times as often as the other one of two states may be named. */
const UNEVEN = 3;

/** "The first meeting will be held on Monday": where two states stand out in a report, it is theirs. */
export function seatPair(
  drafts: readonly Draft[],
  pair: readonly ActorMention[],
  actors: readonly ActorMention[],
): void {
  const [often = 0, less = 0] = pair.map(
    ({ actor: { country } }) => actors.filter(({ actor }) => actor.country === country).length,
  );
  const isTheirs = pair.length > 0 && less * UNEVEN >= often;
  for (const draft of drafts) {
    const { reading, node } = draft;
    if (!isMeeting(draft) || !isPartyless(draft)) continue;
    const parties = isTheirs ? pair : statesBeside(draft, drafts);
    if (parties.length === 0) continue;
    const { start, end } = reading.tokens[node]!;
    const rank = rankOf(reading, node);
    draft.actors = parties.map((mention) => ({
      ...mention,
      actor: { ...mention.actor, ...rank },
      start,
      end,
      via: 'pronoun',
      rule: 'claims/leading-pair',
    }));
    draft.rules.push({ field: 'actors', rule: 'claims/leading-pair' });
  }
}

function isMeeting({ type, mode }: Draft): boolean {
  return (type !== null && MUTUAL.has(type)) || (type === 'REJECT' && CHANGES.has(mode));
}

/** "Commanders of Lima and Quito will meet, and a committee will convene": the states that meet in the clause before. */
function statesBeside({ reading, node }: Draft, drafts: readonly Draft[]): readonly ActorMention[] {
  const before = drafts.findLast(
    (other) => other.type === 'CONSULT' && other.reading === reading && other.node < node,
  );
  const parties = before === undefined ? [] : [...before.actors, ...before.recipients];
  return parties.length === 2 && parties.every(({ actor: { kind } }) => kind !== 'person') ? parties : [];
}

/** As what they meet, where a noun says so: "the foreign ministers met", "major generals talked again". */
function rankOf(reading: Reading, node: number): Pick<Actor, 'office' | 'sector'> {
  for (const agent of agentsOf(reading, node)) {
    const lemma = lemmaOf(reading, agent);
    const kinds = childrenBy(reading, agent, 'amod', 'compound').map((child) => lemmaOf(reading, child));
    if (lemma === 'minister' && kinds.includes('foreign')) return { office: 'foreign-minister' };
    if (lemma === 'minister' && kinds.includes('prime')) return { office: 'prime-minister' };
    if (lemma === 'minister' && kinds.some((kind) => /^defen[cs]e$/.test(kind)))
      return { office: 'defence-minister' };
    if (/^(president|premier|leader)$/.test(lemma)) return { office: 'president' };
    if (/^(general|commander)$/.test(lemma) || kinds.some((kind) => /^(army|military|naval)$/.test(kind)))
      return { sector: 'MIL' };
  }
  return {};
}
