import type { Polarity, Status } from './claim.ts';
import type { Codebook, Effect } from './codebook.ts';
import { negationOf } from './negation.ts';
import { childBy, childrenBy, lemmaOf, markOf, type Reading, relationOf } from './reading.ts';
import type { Form, FormedReality } from './reality.ts';

/** Clitic and clipped forms of auxiliaries, where the lemma is left as written. */
const WHOLE: Readonly<Record<string, string>> = {
  "'ll": 'will',
  ll: 'will',
  wo: 'will',
  "'d": 'would',
  d: 'would',
  ca: 'can',
};

const STATUS_OF: Partial<Record<Effect, Status>> = {
  planned: 'planned',
  possible: 'possible',
  conditional: 'conditional',
  wanted: 'wanted',
  expected: 'expected',
};

/** What a modal with a perfect says of what lies behind: "should have asked" says that nobody did. */
const BEHIND: Readonly<Record<string, readonly [Status, 'as-said' | 'contrary']>> = {
  may: ['possible', 'as-said'],
  might: ['possible', 'as-said'],
  could: ['possible', 'as-said'],
  can: ['possible', 'as-said'],
  must: ['expected', 'as-said'],
  would: ['conditional', 'as-said'],
  should: ['happened', 'contrary'],
  ought: ['happened', 'contrary'],
};

/** The reality that tense, aspect, modals, adverbs and negation of one verb group give. */
export function verbGroup(reading: Reading, codebook: Codebook, verb: number): FormedReality {
  const { tokens } = reading;
  const auxiliaries = childrenBy(reading, verb, 'aux', 'cop');
  const against = negationOf(reading, codebook, verb);
  const polarity: Polarity = against === null ? 'positive' : 'negative';
  const decided = (status: Status, rule: string, word: number, form: Form = 'finite'): FormedReality => ({
    status,
    polarity,
    rule: `status/${rule}`,
    span: tokens[against ?? word]!,
    form,
  });
  const to = childrenBy(reading, verb, 'mark').find((child) => lemmaOf(reading, child) === 'to');
  const have = auxiliaries.findLast((child) => lemmaOf(reading, child) === 'have');
  const softened = softenedBy(reading, codebook, verb);
  const modal = auxiliaries.find((child) => codebook.governors.has(`${auxiliaryOf(reading, child)}/aux`));
  if (modal !== undefined) {
    const lemma = auxiliaryOf(reading, modal);
    const behind = have === undefined ? undefined : BEHIND[lemma];
    if (behind !== undefined) {
      const [status, side] = behind;
      const said: FormedReality = { ...decided(status, `${lemma}-have`, modal), behind: true };
      return side === 'as-said' ? said : { ...said, polarity: against === null ? 'negative' : 'positive' };
    }
    const effect = codebook.governors.get(`${lemma}/aux`)!;
    const status = STATUS_OF[effect] ?? 'possible';
    // "said it would meet" looks ahead; "would meet" by itself is a condition.
    if (status === 'conditional' && isReported(reading, verb)) return decided('planned', 'backshift', modal);
    // "would like to meet" is a wish they have.
    if (status === 'conditional' && /^(like|love|prefer)$/.test(lemmaOf(reading, verb)))
      return decided('ongoing', 'polite-wish', modal);
    // "will probably visit" is less than a plan.
    if (status === 'planned' && softened !== null) return decided(softened.status, 'adverb', softened.adverb);
    return decided(status, `auxiliary-${effect}`, modal);
  }
  if (isAsked(reading, verb, auxiliaries)) return decided('possible', 'question', verb);
  const be = auxiliaries.find((child) => lemmaOf(reading, child) === 'be' && to !== undefined && child < to);
  const perfect = to !== undefined && have !== undefined && have > to;
  // "was to have visited" did not.
  if (be !== undefined && perfect) return { ...decided('happened', 'was-to-have', be), polarity: 'negative' };
  // "has yet to meet" has not.
  if (to !== undefined && have !== undefined && !perfect)
    return { ...decided('happened', 'has-yet-to', have), polarity: 'negative' };
  if (be !== undefined) return decided('planned', 'be-to', be);
  // "is said to have expelled": it lies behind.
  if (perfect)
    return {
      ...decided(softened?.status ?? 'happened', 'perfect-infinitive', to, 'infinitive'),
      behind: true,
    };
  if (to !== undefined) return decided(softened?.status ?? 'wanted', 'infinitive', to, 'infinitive');
  const { tag } = tokens[verb]!;
  const finite = auxiliaries.find((child) => /^(VBD|VBZ|VBP)$/.test(tokens[child]!.tag));
  const past = /^VB[DN]$/.test(tokens[finite ?? verb]!.tag) || have !== undefined;
  if (softened !== null && softened.status !== 'planned') {
    const said = decided(softened.status, 'adverb', softened.adverb);
    return past ? { ...said, behind: true } : said;
  }
  if (isBare(reading, verb, auxiliaries)) return decided('wanted', 'bare-infinitive', verb, 'infinitive');
  if (isSubjunctive(reading, verb)) return decided('wanted', 'subjunctive', verb);
  if (tag === 'VBG') {
    // "is going to meet": what is going on is a plan.
    if (lemmaOf(reading, verb) === 'go' && childBy(reading, verb, 'xcomp') !== null)
      return decided('planned', 'going-to', verb);
    if (auxiliaries.length === 0) return decided('happened', 'participle', verb, 'participle');
    return decided(past ? 'happened' : 'ongoing', 'progressive', verb);
  }
  const copula = childBy(reading, verb, 'cop');
  if (copula !== null) {
    // "It was their first meeting": told as over, unlike "ties were tense".
    const isOver = reading.tokens[verb]!.upos === 'NOUN' && reading.tokens[copula]!.tag === 'VBD';
    return decided(isOver ? 'happened' : 'ongoing', 'standing', finite ?? verb);
  }
  const form = finite !== undefined || tag !== 'VBN' ? 'finite' : 'participle';
  const told = decided('happened', 'reported-act', verb, form);
  return past ? { ...told, behind: true } : told;
}

function auxiliaryOf(reading: Reading, child: number): string {
  const lemma = lemmaOf(reading, child);
  return WHOLE[lemma] ?? lemma;
}

/** The first adverb at a verb that sets a status: "probably", "possibly". */
function softenedBy(
  reading: Reading,
  codebook: Codebook,
  verb: number,
): { readonly status: Status; readonly adverb: number } | null {
  for (const adverb of childrenBy(reading, verb, 'advmod')) {
    const effect = codebook.governors.get(`${lemmaOf(reading, adverb)}/adv`);
    const status = effect === undefined ? undefined : STATUS_OF[effect];
    if (status !== undefined) return { status, adverb };
  }
  return null;
}

/** "Did Oman agree?", "Is Oman leaving?": an auxiliary before its subject, no word that asks for more, and the mark. */
function isAsked(reading: Reading, verb: number, auxiliaries: readonly number[]): boolean {
  const first = auxiliaries[0];
  if (first === undefined || relationOf(reading, verb) !== 'root') return false;
  const subject = childBy(reading, verb, 'nsubj', 'expl');
  if (subject === null || subject < first) return false;
  const { tokens } = reading;
  if (!tokens.slice(-3).some(({ form }) => form.includes('?'))) return false;
  return !tokens.slice(0, first).some(({ tag }) => /^W(RB|P|DT)/.test(tag));
}

/**
 * "help build", "do not attack", "be ready": a base form to begin with, and nobody who does it. "Envoys meet" looks
 * like one, but has a subject of its own.
 */
function isBare(reading: Reading, verb: number, auxiliaries: readonly number[]): boolean {
  const first = auxiliaries[0] ?? verb;
  const { tag } = reading.tokens[first]!;
  // "helped them hold talks": the tagger takes "hold" for a present tense.
  const isUnder = first === verb && tag === 'VBP' && relationOf(reading, verb) === 'xcomp';
  const asked = tag === 'VB' || isUnder || (first !== verb && isOrder(reading, verb, first));
  return asked && childBy(reading, verb, 'nsubj', 'csubj', 'expl') === null;
}

/** Verbs of asking that a bare verb stands under. */
const ASKING = /^(ask|demand|insist|order|propose|recommend|request|require|suggest|urge)$/;

/** "insisted that Peru leave": a base form in a "that" clause about one. */
export function isSubjunctive(reading: Reading, verb: number): boolean {
  const subject = childBy(reading, verb, 'nsubj');
  return (
    /^VBP?$/.test(reading.tokens[verb]!.tag) &&
    relationOf(reading, verb) === 'ccomp' &&
    ASKING.test(lemmaOf(reading, reading.heads[verb]!)) &&
    subject !== null &&
    /^(NN|NNP)$/.test(reading.tokens[subject]!.tag) &&
    childBy(reading, subject, 'conj') === null &&
    childBy(reading, verb, 'aux', 'cop') === null &&
    markOf(reading, verb) === 'that'
  );
}

/** "Do not attack": the tagger takes its "do" for a present tense. */
function isOrder(reading: Reading, verb: number, first: number): boolean {
  return (
    lemmaOf(reading, first) === 'do' &&
    relationOf(reading, verb) === 'root' &&
    reading.tokens[first]!.tag === 'VBP'
  );
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
