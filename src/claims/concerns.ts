import { actorsNamed, unique } from './actors-named.ts';
import { sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childBy, lemmaOf, prepositionOf, type Reading, subtreeOf } from './reading.ts';
import type { Saying } from './saying.ts';
import { obliquesOf } from './slots.ts';

/**
 * What gives somebody a feeling, told as a fact: "Of great concern to Chile is Peru's silence", "the tests are a worry to
 * Seoul". A position of whoever has the feeling, towards the others that the clause names.
 */
export function findConcerns(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 0; noun < reading.tokens.length; noun++) {
    if (reading.tokens[noun]!.upos !== 'NOUN' || !codebook.standing.concern.has(lemmaOf(reading, noun)))
      continue;
    const isPredicate = prepositionOf(reading, noun) === 'of' || childBy(reading, noun, 'cop') !== null;
    if (!isPredicate) continue;
    const holders = unique(obliquesOf(reading, noun, 'to').flatMap((node) => actorsNamed(reading, node)));
    if (holders.length === 0) continue;
    const clause = reading.heads[noun]! < 0 ? noun : reading.heads[noun]!;
    const own = new Set(holders.map(({ actor }) => actor.id));
    const about = unique(subtreeOf(reading, clause).flatMap((word) => reading.actorsOn[word]!)).filter(
      ({ actor, start }) =>
        !own.has(actor.id) && !holders.some((holder) => holder.start <= start && start < holder.end),
    );
    if (about.length === 0) continue;
    drafts.push({
      reading,
      kind: 'position',
      type: null,
      contexts: [],
      node: noun,
      clause,
      words: [noun],
      actors: holders,
      recipients: about.slice(0, 1),
      place: null,
      reality: { status: 'ongoing', polarity: 'positive', rule: 'status/standing' },
      attribution: sourceOf(sayings, noun),
      when: null,
      standing: false,
      issues: [],
      rules: [{ field: 'kind', rule: 'positions/concern', span: reading.tokens[noun]! }],
    });
  }
  return drafts;
}
