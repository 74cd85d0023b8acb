import type { Polarity, Status } from './claim.ts';
import type { Codebook, Effect } from './codebook.ts';
import { childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import type { Reality } from './reality.ts';

const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'hardly', 'barely', 'scarcely']);
const NOBODY = new Set(['no', 'none', 'nobody', 'neither', 'nothing']);
/** Clitic and clipped forms of auxiliaries, where the lemma is left as written. */
const WHOLE: Readonly<Record<string, string>> = { "'ll": 'will', wo: 'will', "'d": 'would', ca: 'can' };

const STATUS_OF: Partial<Record<Effect, Status>> = {
  planned: 'planned',
  possible: 'possible',
  conditional: 'conditional',
  wanted: 'wanted',
  expected: 'expected',
};

/** The reality that tense, aspect, modals, adverbs and negation of one verb group give. */
export interface GroupReality extends Reality {
  /** A finite verb stands for itself; an infinitive or participle takes its reality from above. */
  readonly finite: boolean;
}

export function verbGroup(reading: Reading, codebook: Codebook, verb: number): GroupReality {
  const { tokens } = reading;
  const auxiliaries = childrenBy(reading, verb, 'aux', 'cop');
  const against = negationOf(reading, verb);
  const polarity: Polarity = against === null ? 'positive' : 'negative';
  const decided = (status: Status, rule: string, word: number, finite = true): GroupReality => ({
    status,
    polarity,
    rule: `status/${rule}`,
    span: tokens[against ?? word]!,
    finite,
  });
  for (const auxiliary of auxiliaries) {
    const lemma = lemmaOf(reading, auxiliary);
    const effect = codebook.governors.get(`${WHOLE[lemma] ?? lemma}/aux`);
    const status = effect === undefined ? undefined : STATUS_OF[effect];
    if (status === undefined) continue;
    // "said it would meet" looks ahead; "would meet" by itself is a condition.
    const ahead = status === 'conditional' && isReported(reading, verb);
    return decided(ahead ? 'planned' : status, ahead ? 'backshift' : `auxiliary-${effect}`, auxiliary);
  }
  const to = childrenBy(reading, verb, 'mark').find((child) => lemmaOf(reading, child) === 'to');
  const be = auxiliaries.find((child) => lemmaOf(reading, child) === 'be' && to !== undefined && child < to);
  const perfect =
    to !== undefined && auxiliaries.some((child) => child > to && lemmaOf(reading, child) === 'have');
  // "was to have visited" did not.
  if (be !== undefined && perfect) return { ...decided('happened', 'was-to-have', be), polarity: 'negative' };
  if (be !== undefined) return decided('planned', 'be-to', be);
  const adverb = childrenBy(reading, verb, 'advmod').find((child) =>
    codebook.governors.has(`${lemmaOf(reading, child)}/adv`),
  );
  const softened =
    adverb === undefined ? undefined : STATUS_OF[codebook.governors.get(`${lemmaOf(reading, adverb)}/adv`)!];
  // "is said to have expelled": it lies behind.
  if (perfect) return decided(softened ?? 'happened', 'perfect-infinitive', to, false);
  if (to !== undefined) return decided(softened ?? 'wanted', 'infinitive', to, false);
  const { tag } = tokens[verb]!;
  const finite = auxiliaries.find((child) => /^(VBD|VBZ|VBP)$/.test(tokens[child]!.tag));
  if (adverb !== undefined && softened !== undefined && softened !== 'planned')
    return decided(softened, 'adverb', adverb);
  if (tag === 'VBG') {
    if (auxiliaries.length === 0) return decided('happened', 'participle', verb, false);
    const past = finite !== undefined && tokens[finite]!.tag === 'VBD';
    return decided(past ? 'happened' : 'ongoing', 'progressive', verb);
  }
  // "Envoys meet": a present tense looks like an infinitive, but a subject of its own tells it apart.
  const bare = auxiliaries.length === 0 && tag === 'VB';
  if (bare && childrenBy(reading, verb, 'nsubj').length === 0)
    return decided('wanted', 'bare-infinitive', verb, false);
  if (childrenBy(reading, verb, 'cop').length > 0) return decided('ongoing', 'standing', finite ?? verb);
  return decided('happened', 'reported-act', verb, finite !== undefined || tag !== 'VBN');
}

/** The word that denies a clause: "not", "never", or "no" and "nobody" in its subject or object; or null. */
function negationOf(reading: Reading, verb: number): number | null {
  const adverb = childrenBy(reading, verb, 'advmod', 'det', 'cc:preconj').find((child) =>
    NEGATIONS.has(lemmaOf(reading, child)),
  );
  if (adverb !== undefined) return adverb;
  for (const argument of childrenBy(reading, verb, 'nsubj', 'obj')) {
    const word = [argument, ...childrenBy(reading, argument, 'det')].find((child) =>
      NOBODY.has(lemmaOf(reading, child)),
    );
    if (word !== undefined) return word;
  }
  return null;
}

/** Whether a clause is what somebody in the past said. */
function isReported(reading: Reading, verb: number): boolean {
  for (let at = verb, steps = 0; steps < 6 && reading.heads[at]! >= 0; at = reading.heads[at]!, steps++) {
    if (!/^(ccomp|conj|parataxis)$/.test(relationOf(reading, at))) return false;
    if (relationOf(reading, at) === 'ccomp' && /^VB[DN]$/.test(reading.tokens[reading.heads[at]!]!.tag))
      return true;
  }
  return false;
}
