import type { Codebook, Effect } from './codebook.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import type { FormedReality } from './reality.ts';
import { isVerbTakenForNoun } from './slots.ts';

/** Prepositions by which a gerund hangs on the word that governs it: "accused of shelling", not "left by flying". */
const BINDING = new Set(['of', 'from', 'about', 'against', 'on', 'into', 'to', 'in', 'at', 'with']);

/** Prepositions of what is told beside something. */
export const BESIDE: ReadonlySet<string> = new Set([
  'after',
  'follow',
  'following',
  'since',
  'before',
  'despite',
  'amid',
  'during',
]);

/**
 * The words that may govern a node: its head; before it the noun that a clause with "that" explains ("raised fears
 * that"), or that a phrase follows under "there are" ("no plans for a meeting"); after it the verb over an object with
 * an infinitive ("expect the visit to bring"), however the tree hangs them.
 */
export function governorsOf(reading: Reading, head: number, node: number, own: FormedReality): number[] {
  const relation = relationOf(reading, node);
  if (relation === 'ccomp')
    return [...childrenBy(reading, head, 'obj', 'iobj').filter((noun) => noun < node), head];
  if (relation === 'obl' && childBy(reading, head, 'expl') !== null)
    return [...childrenBy(reading, head, 'nsubj').filter((noun) => noun < node), head];
  // "reached a deal in May to reopen": the infinitive may hang on the verb though the noun says what it is.
  if (relation === 'advcl' && own.rule === 'status/infinitive')
    return [...childrenBy(reading, head, 'obj').filter((noun) => noun < node), head];
  // "In a call on Friday she asked Lima to ...": when somebody asked is not what was asked.
  if (
    relation === 'obl' &&
    node < head &&
    /^(in|during|after|before|at)$/.test(prepositionOf(reading, node) ?? '')
  )
    return [];
  const above = reading.heads[head]!;
  if (
    relation === 'acl' &&
    own.rule === 'status/infinitive' &&
    relationOf(reading, head) === 'obj' &&
    above >= 0
  )
    return [head, above];
  return [head];
}

/** A noun, also one that is tagged as a verb though it is the object of one: "denied claims that". */
export function isNominal(reading: Reading, node: number): boolean {
  const { upos, tag } = reading.tokens[node]!;
  if (isVerbTakenForNoun(reading, node)) return false;
  return upos === 'NOUN' || (tag === 'VBZ' && reading.relations[node] === 'obj');
}

/** What the head of a node does to it, by the lexicon of governing words; null where it does not govern it. */
export function effectOf(reading: Reading, codebook: Codebook, head: number, node: number): Effect | null {
  const pos = isNominal(reading, head)
    ? 'noun'
    : { VERB: 'verb', AUX: 'verb', ADJ: 'adj', NOUN: 'verb' }[reading.tokens[head]!.upos];
  if (pos === undefined || !governs(reading, codebook, head, node, pos)) return null;
  const lemma = lemmaOf(reading, head);
  const infinitive = isInfinitive(reading, node);
  // "knew how to stop it" tells of no stopping.
  if (
    infinitive &&
    childrenBy(reading, node, 'advmod', 'obj').some((at) => reading.tokens[at]!.tag[0] === 'W')
  )
    return null;
  if (infinitive && lemma === 'go') return codebook.governors.get('be going to/aux') ?? null;
  // "has to leave" is asked of them, "had to leave" they did.
  if (infinitive && lemma === 'have')
    return isPast(reading, head) ? 'happened' : (codebook.governors.get('have to/aux') ?? null);
  // "was able to meet" did.
  if (infinitive && lemma === 'able' && childrenBy(reading, head, 'cop').some((at) => isPast(reading, at)))
    return 'happened';
  if (lemma === 'about' && pos !== 'verb') return codebook.governors.get('be about to/aux') ?? null;
  // "too weak to attack".
  if (infinitive && childrenBy(reading, head, 'advmod').some((at) => lemmaOf(reading, at) === 'too'))
    return 'left-undone';
  // "discussed improving ties": whether they will is open; "discussed the attack" takes it for granted.
  if (
    lemma === 'discuss' &&
    reading.tokens[node]!.tag === 'VBG' &&
    /^[cx]comp$/.test(relationOf(reading, node))
  )
    return 'possible';
  const effect = effectOfPhrase(reading, codebook, head, node, pos);
  if (effect === 'decided') return isDoneByDeciding(reading, codebook, node) ? 'happened' : 'planned';
  return effect;
}

function effectOfPhrase(
  reading: Reading,
  codebook: Codebook,
  head: number,
  node: number,
  pos: string,
): Effect | null {
  const lemma = lemmaOf(reading, head);
  // "talks face difficulties": what becomes of its subject a verb tells with its object.
  if (pos === 'verb' && reading.relations[node] === 'nsubj') {
    const object = childBy(reading, head, 'obj');
    const whole = object === null ? null : `${lemma} =${lemmaOf(reading, object)}/verb`;
    return whole === null ? null : (codebook.governors.get(whole) ?? null);
  }
  const particle = childBy(reading, head, 'compound:prt');
  const preposition = prepositionOf(reading, node) ?? markOf(reading, node);
  // "called on Peru to leave" wants it, "called to discuss" does.
  const asks =
    preposition === 'to' &&
    childrenBy(reading, head, 'obl').some(
      (party) =>
        party < node &&
        codebook.governors.get(`${lemma} ~${prepositionOf(reading, party)}/${pos}`) === 'wanted',
    );
  if (asks) return 'wanted';
  const phrases = [
    ...(particle === null ? [] : [`${lemma} ${lemmaOf(reading, particle)}`]),
    ...(preposition === null ? [] : [`${lemma} ~${preposition}`]),
    lemma,
  ];
  for (const phrase of phrases) {
    const effect = codebook.governors.get(`${phrase}/${pos}`);
    if (effect !== undefined) return effect;
  }
  return null;
}

/** "agreed to postpone": what is decided to be put off is put off. */
function isDoneByDeciding(reading: Reading, codebook: Codebook, node: number): boolean {
  const particle = childBy(reading, node, 'compound:prt');
  const phrase = [node, ...(particle === null ? [] : [particle])].map((at) => lemmaOf(reading, at)).join(' ');
  return codebook.governors.get(`${phrase}/verb`) === 'called-off';
}

function isInfinitive(reading: Reading, node: number): boolean {
  return markOf(reading, node) === 'to' && /^VB/.test(reading.tokens[node]!.tag);
}

function isPast(reading: Reading, verb: number): boolean {
  return reading.tokens[verb]!.tag === 'VBD';
}

/** The word that opens a clause: "to", "that", "whether", "from". */
function markOf(reading: Reading, node: number): string | null {
  const mark = childBy(reading, node, 'mark');
  return mark === null ? null : lemmaOf(reading, mark);
}

function governs(reading: Reading, codebook: Codebook, head: number, node: number, pos: string): boolean {
  const full = reading.relations[node]!;
  // "closed it in order to protect them": what for, whatever the tree hangs it on.
  if (isInfinitive(reading, node) && reading.tokens[childBy(reading, node, 'mark')! - 1]?.form === 'order')
    return false;
  // "an appeal against extradition" wants none.
  const leadIn = prepositionOf(reading, node) ?? markOf(reading, node);
  if (leadIn === 'against' && !hasPhrase(reading, codebook, head, 'against', pos)) return false;
  // "threats such as their war": an instance, which is there.
  if (prepositionOf(reading, node) === 'such') return false;
  // "the promise after his meeting": told beside it, not promised.
  if (BESIDE.has(prepositionOf(reading, node) ?? '')) return false;
  if (full === 'nmod:poss' || (full === 'acl:relcl' && !isWhole(reading, node))) return false;
  switch (relationOf(reading, node)) {
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
    case 'acl':
    case 'obj':
    case 'nmod':
      return true;
    case 'obl':
      return pos !== 'verb' || childBy(reading, head, 'obj') === null;
    case 'nsubj':
      // "Raids aimed at a camp": what is aimed is there.
      if (pos !== 'noun')
        return (
          pos === 'adj' ||
          full === 'nsubj' ||
          (full === 'nsubj:pass' && !/^(aim|target|direct)$/.test(lemmaOf(reading, head)))
        );
      // "Talks are an option"; "the dialogue is an opportunity" does not make it only possible.
      return (
        childBy(reading, head, 'cop') !== null &&
        /^(option|possibility|prospect|goal|aim|priority)$/.test(lemmaOf(reading, head))
      );
    case 'advcl': {
      if (pos === 'adj' || (pos === 'noun' && head !== reading.heads[node])) return true;
      const mark = markOf(reading, node);
      // "pretended to attack": right after its verb an infinitive is what the verb governs, whatever the tree says.
      if (mark === 'to' && childBy(reading, node, 'mark') === head + 1) return true;
      if (mark === 'to') return hasPhrase(reading, codebook, head, mark, pos);
      if (reading.tokens[node]!.tag !== 'VBG') return false;
      // "ruled out attacking"
      if (mark === null) return childBy(reading, head, 'compound:prt') !== null;
      return BINDING.has(mark) || hasPhrase(reading, codebook, head, mark, pos);
    }
    default:
      return false;
  }
}

/** "a chance that they will sign it": a clause that misses nothing is what the noun is about, whatever the tree says. */
function isWhole(reading: Reading, node: number): boolean {
  const [that, object] = childrenBy(reading, node, 'obj');
  return object !== undefined && lemmaOf(reading, that!) === 'that';
}

/** "apologised for shelling", "flew there to meet": what else would be a reason or a purpose. */
function hasPhrase(reading: Reading, codebook: Codebook, head: number, mark: string, pos: string): boolean {
  return codebook.governors.has(`${lemmaOf(reading, head)} ~${mark}/${pos}`);
}
