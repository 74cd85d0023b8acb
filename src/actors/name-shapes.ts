import type { NamedWords, Sentence } from '../language/sentence.ts';

/** Last words of names that are nobody: laws, contests, places, things. */
const NOBODY = new Set(
  (
    'act bill law code treaty agreement accord convention protocol warrant resolution prize award medal cup trophy series season ' +
    'championship championships games open tournament grand prix final finals day week month year festival war battle revolution ' +
    'uprising massacre crisis plan program programme initiative project mission operation affair scandal report strategy policy ' +
    'street road avenue square bridge tower building hall stadium arena airport station base park hotel mosque cathedral church ' +
    'shoal reef rock rocks estate bay sea ocean river lake island islands mountain mountains valley desert peninsula strait channel coast cape canal dam ' +
    'county province region district state territory city town village hemisphere world east west north south ' +
    'test exam fire fires flood floods file files flight satellite spacecraft probe rocket telescope market zone border line wall camp hurricane storm earthquake virus disease flu'
  ).split(' '),
);

/** First words of what is named like a person and is none. */
const NO_FORENAMES = new Set(
  (
    'hurricane cyclone typhoon tropical storm mount lake fort cape port camp point operation flight apollo hms uss mv ss new north ' +
    'south east west upper lower greater san santa saint st los las la el old great big miss grand super world international national'
  ).split(' '),
);

/** Words before a place: "in", "the village of". */
const BEFORE_PLACES = new Set('in near at inside outside around via towards toward off'.split(' '));
const SETTLEMENTS = new Set(
  'village town city province district region county island governorate municipality suburb port mayor governor outskirts streets residents people coast'.split(
    ' ',
  ),
);

/**
 * A proposed name with the words that belong to it: "Institute for Nuclear Research", "Kim Jong-nam". Null where its
 * words speak against a person or organisation: "Tampa Bay", "Terrorism Prevention Act", "the village of Malaya Vishera".
 */
export function shapedName(sentence: Sentence, name: NamedWords): NamedWords | null {
  if (name.kind === 'place') return null;
  const shaped = name.kind === 'person' ? shapedPerson(sentence, name) : shapedOrganisation(sentence, name);
  return shaped === null || shaped.to - shaped.from > 10 ? null : shaped;
}

function shapedPerson(sentence: Sentence, { from, to }: NamedWords): NamedWords | null {
  const { words } = sentence;
  let end = to;
  // "Kim Jong-nam" is cut at the hyphen.
  if (isHyphen(sentence, end) && /^\p{L}/u.test(words[end + 1]?.form ?? '')) end += 2;
  if (NO_FORENAMES.has(lowerAt(sentence, from)) || NOBODY.has(lowerAt(sentence, end - 1))) return null;
  if (end - from > 1 && isCapital(sentence, end)) return null;
  // "American Jeffrey Edward Fowle": the tagger took no more than the last two.
  let start = from;
  while (
    start > 1 &&
    end - start < 4 &&
    isCapital(sentence, start - 1) &&
    isCapital(sentence, start - 2) &&
    isAdjective(sentence, start - 2)
  )
    start--;
  const before = lowerAt(sentence, from - 1);
  // "San Diego Gay", "Sgt. 1st Class McClendon".
  if (NO_FORENAMES.has(before) || /^\d/.test(before)) return null;
  // "the Casa Pia trial", "Operation Car Wash".
  if (/^(?:the|an?|operation|project|hurricane|typhoon|cyclone)$/.test(before)) return null;
  if (sentence.words.slice(from, end).some(({ form }) => BODIES.has(form.toLowerCase()))) return null;
  if (BEFORE_PLACES.has(before) || (before === 'of' && SETTLEMENTS.has(lowerAt(sentence, from - 2))))
    return null;
  return NO_FORENAMES.has(lowerAt(sentence, start)) ? null : { kind: 'person', from: start, to: end };
}

function shapedOrganisation(sentence: Sentence, { from, to }: NamedWords): NamedWords | null {
  // "Liberation Army" after "People's", "National Defence" after "Ministry of": a piece of a name.
  if (/^(?:'s|’s|of|for|and)$/.test(lowerAt(sentence, from - 1)) && isCapital(sentence, from - 2))
    return null;
  let end = to;
  for (
    let next = joinedAt(sentence, end);
    next > end && isCapital(sentence, next);
    next = joinedAt(sentence, end)
  ) {
    end = next + 1;
    while (isCapital(sentence, end)) end++;
  }
  let start = from;
  // "the New Popular Front", of which the tagger left the first word.
  while (start > 1 && isCapital(sentence, start - 1)) start--;
  // "Enhanced Community Quarantine", "Freedom Guardian": nothing in it says that people act together.
  if (!sentence.words.slice(from, end).some(({ form }) => BODIES.has(form.toLowerCase()))) return null;
  return NOBODY.has(lowerAt(sentence, end - 1)) ||
    isPeer(lowerAt(sentence, from)) ||
    isAdjective(sentence, end - 1)
    ? null
    : { kind: 'organisation', from: start, to: end };
}

/** "Duke of Edinburgh", "Brigadier Moretti", "Group A", "MV Seacor Power". */
function isPeer(word: string): boolean {
  return /^(?:hurricane|cyclone|typhoon|storm|mount|lake|duke|duchess|earl|prince|princess|count|baron|bishop|archbishop|cardinal|brigadier|admiral|general|colonel|major|president|minister|astronaut|captain|group|mv|ms|ss|uss|hms|type|category|phase|northern|southern|eastern|western)$/.test(
    word,
  );
}

/** Words that make an organisation of a name. */
const BODIES = new Set(
  (
    'university universities college school academy institute institution laboratory laboratories observatory hospital clinic ' +
    'party movement front alliance coalition union unions congress league network campaign army brigade brigades battalion militia ' +
    'police court tribunal ministry department commission committee council agency authority administration office bureau service ' +
    'services directorate inspectorate secretariat board parliament assembly senate company corporation corp inc ltd limited plc bank ' +
    'airlines airways air industries holdings group motors energy oil steel capital partners technologies systems media times post ' +
    'news herald tribune journal gazette television radio tv press association federation confederation foundation ' +
    'society organisation organization centre center fund trust forum church synod patriarchate diocese archdiocese museum theatre ' +
    'orchestra workers teachers farmers mothers veterans rangers brothers bros watch monitor observers club fc ' +
    'cartel mafia guard guards force forces corps command'
  ).split(' '),
);

/** The word that "of" or "for" joins to a name before `end`; after them also "and", of one word: "of Trade and Industry". */
function joinedAt(sentence: Sentence, end: number): number {
  const join = lowerAt(sentence, end);
  if (join === 'of' || join === 'for') return lowerAt(sentence, end + 1) === 'the' ? end + 2 : end + 1;
  const isPair =
    join === 'and' &&
    !isCapital(sentence, end + 2) &&
    lowerAt(sentence, end + 2) !== 'of' &&
    /^(?:of|for)$/.test(lowerAt(sentence, end - 2));
  return isPair ? end + 1 : end;
}

function lowerAt({ words }: Sentence, i: number): string {
  return words[i]?.form.toLowerCase() ?? '';
}

function isCapital({ words }: Sentence, i: number): boolean {
  return /^\p{Lu}/u.test(words[i]?.form ?? '');
}

function isHyphen({ words }: Sentence, i: number): boolean {
  return (
    words[i]?.form === '-' && words[i]!.start === words[i - 1]!.end && words[i + 1]?.start === words[i]!.end
  );
}

function isAdjective({ tokens }: Sentence, i: number): boolean {
  return tokens[i]?.upos === 'ADJ';
}
