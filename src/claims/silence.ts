import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading } from './reading.ts';

/** "declined to comment", "refused to say", "did not say whether": what they keep silent about. */
const SAY = /^(comment|say|answer|respond|reply|elaborate|discuss|confirm|disclose|speculate|mention)$/;
const WORD = /^(comment|mention|response|reply|reaction|detail|explanation|word|answer|statement)$/;

/** Whether a cue says that somebody says nothing: a refusal, "did not mention", "no word from", "is silent on". */
export function isSilence(reading: Reading, cue: number): boolean {
  switch (reading.tokens[cue]!.upos) {
    case 'VERB':
      return refusesToSpeak(reading, cue) || doesNotSpeak(reading, cue);
    case 'NOUN':
      return WORD.test(lemmaOf(reading, cue)) && isNo(reading, cue);
    default:
      return /^(silent|mum|tight-lipped)$/.test(lemmaOf(reading, cue));
  }
}

/** "declined to comment": no refusal of anything but words. */
export function refusesToSpeak(reading: Reading, cue: number): boolean {
  // The tagger may take "comment" for a noun.
  const silent = [
    ...childrenBy(reading, cue, 'xcomp', 'advcl'),
    ...childrenBy(reading, cue, 'obl').filter((word) => prepositionOf(reading, word) === 'to'),
  ];
  return (
    /^(decline|refuse)$/.test(lemmaOf(reading, cue)) &&
    silent.some((word) => SAY.test(lemmaOf(reading, word)))
  );
}

/** "did not say whether", "has not commented". "Did not say that" says nothing of silence. */
function doesNotSpeak(reading: Reading, verb: number): boolean {
  const lemma = lemmaOf(reading, verb);
  // "was not discussing it", "did not discuss it": what they spoke of otherwise.
  if (/^(say|offer|add|announce)$/.test(lemma) && saysNothing(reading, verb)) return true;
  if (!SAY.test(lemma) || lemma === 'discuss' || reading.tokens[verb]!.tag === 'VBG') return false;
  // "will not respond to more tariffs" keeps still, and not silent.
  if (lemma === 'respond' && childrenBy(reading, verb, 'aux').some((aux) => lemmaOf(reading, aux) === 'will'))
    return false;
  if (!isDenied(reading, verb)) return false;
  const clause = childBy(reading, verb, 'ccomp');
  return lemma !== 'say' || clause === null || isOpen(reading, clause);
}

/** "has said nothing in public". */
function saysNothing(reading: Reading, verb: number): boolean {
  return childrenBy(reading, verb, 'obj').some((object) => lemmaOf(reading, object) === 'nothing');
}

/** "did not", "neither side". */
function isDenied(reading: Reading, verb: number): boolean {
  return reading.children[verb]!.some(
    (child) =>
      /^(not|n't|never|neither|nobody|none)$/.test(lemmaOf(reading, child)) ||
      (/^nsubj/.test(reading.relations[child]!) &&
        // "neither side", "neither Oslo nor Lima"
        childrenBy(reading, child, 'det', 'cc', 'cc:preconj', 'advmod').some((word) =>
          /^(neither|no)$/.test(lemmaOf(reading, word)),
        )),
  );
}

/** "whether", "when", "who": a clause that asks. */
function isOpen(reading: Reading, clause: number): boolean {
  return childrenBy(reading, clause, 'mark', 'advmod', 'nsubj', 'obj', 'obl').some(
    (child) => /^W/.test(reading.tokens[child]!.tag) || /^(whether|if)$/.test(lemmaOf(reading, child)),
  );
}

function isNo(reading: Reading, noun: number): boolean {
  return childrenBy(reading, noun, 'det').some((child) => lemmaOf(reading, child) === 'no');
}
