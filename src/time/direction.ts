import type { Lexeme } from './lexemes.ts';

/** Where a clause points from the day it was written. */
export type Direction = 'back' | 'forward';

/** Words that look ahead from where they stand. */
const FORWARD = new Set(
  (
    "will shall won't may might could would can should must scheduled due planned planning slated expected expects " +
    'expect upcoming coming later ahead intends intend begin begins starts opens arrive arrives ends expires resume resumes ' +
    'kicks tomorrow prepare prepares preparing poised bound likely going meant ' +
    'forthcoming proposed wants want seeks seek reconvene reconvenes convenes reopens ' +
    'anticipation'
  ).split(' '),
);

/** Past forms that do not end in -ed, and other words that look back. */
const BACK = new Set(
  (
    'said told met held was were had did took went came made began left flew spoke saw gave sent kept won lost led paid ' +
    'put brought sought struck shot fell rose became found got sold bought wrote drew broke chose drove hit knew fought ' +
    'ran sat stood withdrew swore grew heard shook taught threw understood wore caught built cut ' +
    'has have last ago earlier yesterday since previous'
  ).split(' '),
);

/** Verbs of announcing: past themselves, what they announce is to come. */
const ANNOUNCES = new Set('announce announces announced unveils unveiled declares declared'.split(' '));

/** Verbs that look ahead, and nouns that do not: "Rome plans talks", "plans to meet", but "peace plans". */
const VERB_OR_NOUN = new Set('plan plans hope hopes meet meets leave leaves'.split(' '));
const SUBJECT = new Set('they we it he she also now who which and'.split(' '));

/** What somebody is asked to do lies ahead of the asking. */
const ASKED = new Set(
  'urged ordered asked invited told instructed called pressed begged urges orders asks invites tells calls'.split(
    ' ',
  ),
);

/** "agreed to meet", "predicted to rise"; without "to" they look back. */
const RESOLVED = new Set(
  'agreed promised pledged vowed predicted projected forecast threatened offered decided'.split(' '),
);

/** In the present ("is flying") what has been arranged. */
const JOURNEY = new Set(
  'flying travelling traveling arriving leaving departing returning meeting hosting visiting'.split(' '),
);

/** Present tenses, which look ahead in their own clause alone: "meets the king after talks on Tuesday". */
const WEAK = new Set([
  ...VERB_OR_NOUN,
  ...JOURNEY,
  ...'begin begins starts opens arrive arrives ends expires resume resumes prepare prepares preparing'.split(
    ' ',
  ),
]);

/** Words in -ed that are no past. */
const NOT_PAST = new Set(
  'need indeed proceed succeed exceed speed bleed breed feed seed hundred sacred red bed united'.split(' '),
);

/** Modal and passive helpers, which take the past out of a participle: "will be held". */
const MODAL = new Set("will shall won't may might could would can should must to".split(' '));
const LINK = new Set('be not also then have been is are being'.split(' '));

/** What is put off is put off to a day ahead. */
const DEFERS = new Set(
  'postponed delayed extended suspended adjourned deferred off back prolonged'.split(' '),
);

/** Where one clause ends and another begins. */
const BREAK = new Set(
  (
    '; : . ? ! that which who whom whose where when while because although though if unless as saying adding but whether ' +
    'after before'
  ).split(' '),
);

/** After "and" or a comma these begin a clause of their own. */
const STARTS_CLAUSE = new Set(
  'he she it they we i you will would may could has have had is are was were said'.split(' '),
);

/** How far a cue is looked for, in words. */
const REACH = 40;

/**
 * Where the clause around `lexemes[at]` points: the nearest cue before it in the same clause, else the nearest
 * after it, else the nearest in the clauses beside it. Null where nothing says.
 */
export function findDirection(lexemes: readonly Lexeme[], at: number): Direction | null {
  let from = at;
  while (from > 0 && at - from < REACH && !isBreak(lexemes, from - 1)) from--;
  let to = at + 1;
  while (to < lexemes.length && to - at < REACH && !isBreak(lexemes, to)) to++;
  // "On Tuesday, the council begins": the phrase that leads in belongs to the clause behind it.
  if (at - from <= 2 && lexemes[to]?.text === ',')
    do to++;
    while (to < lexemes.length && to - at < REACH && !isBreak(lexemes, to));
  if (isAnnounced(lexemes, at, from)) return 'forward';
  const near = nearest(lexemes, at - 1, from);
  // "postponed until Tuesday".
  if (/^(until|till|to)$/.test(lexemes[at - 1]?.text ?? '') && DEFERS.has(lexemes[at - 2]?.text ?? ''))
    return 'forward';
  // "has until Thursday".
  if (lexemes[at - 1]?.text === 'until' && /^(has|have|had)$/.test(lexemes[at - 2]?.text ?? ''))
    return lexemes[at - 2]!.text === 'had' ? 'back' : 'forward';
  // "unless they are freed by Saturday"; "effective June 1".
  if (
    /^(by|until|till)$/.test(lexemes[at - 1]?.text ?? '') &&
    /^(if|unless)$/.test(lexemes[from - 1]?.text ?? '')
  )
    return 'forward';
  if (lexemes[at - 1]?.text === 'effective') return 'forward';
  // "by May": ahead, unless something in the clause is over.
  if (near === null && /^(by|until|till)$/.test(lexemes[at - 1]?.text ?? ''))
    return nearestAfter(lexemes, at + 1, to) ?? 'forward';
  return (
    near ??
    nearestAfter(lexemes, at + 1, to) ??
    nearest(lexemes, from - 2, Math.max(0, from - REACH), false) ??
    nearestAfter(lexemes, to + 1, Math.min(lexemes.length, to + REACH), false)
  );
}

/**
 * "announces a conference in the fall", "drills from Thursday, Lima announced": what somebody announces begins later. On
 * which day they did so, "on" says, and "announced a cut in May" may be either.
 */
function isAnnounced(lexemes: readonly Lexeme[], at: number, from: number): boolean {
  const lead = lexemes[at - 1]?.text === 'the' ? at - 2 : at - 1;
  const preposition = lexemes[lead]?.text ?? '';
  const begins = /^(from|starting|beginning)$/.test(preposition);
  if (!begins && preposition !== 'in') return false;
  for (let i = lead - 1; i >= from; i--) {
    const { text } = lexemes[i]!;
    if (!ANNOUNCES.has(text)) {
      if (cueAt(lexemes, i) !== null) return false;
      continue;
    }
    return begins || (/^(announces|unveils)$/.test(text) && /^(an?|new)$/.test(lexemes[i + 1]?.text ?? ''));
  }
  if (!begins || /^(to|until|till|through|-)$/.test(lexemes[at + 1]?.text ?? '')) return false;
  for (let i = at + 1; i < lexemes.length && i < at + 8 && !/^[.;?!]$/.test(lexemes[i]!.text); i++) {
    if (ANNOUNCES.has(lexemes[i]!.text)) return true;
    if (cueAt(lexemes, i) !== null) return false;
  }
  return false;
}

function isBreak(lexemes: readonly Lexeme[], at: number): boolean {
  const { text, glued } = lexemes[at]!;
  if (text === ',' || text === 'and' || text === 'or') {
    const next = lexemes[at + 1];
    if (next === undefined) return true;
    if (text !== ',') return STARTS_CLAUSE.has(next.text);
    // A comma inside a date or a list of days ends no clause.
    return !(next.entry !== null && next.entry.bits !== 0) && next.text !== 'and';
  }
  if (text === '-') return !glued;
  return BREAK.has(text);
}

function nearest(lexemes: readonly Lexeme[], from: number, down: number, weak = true): Direction | null {
  for (let i = from; i >= down; i--) {
    const cue = weak || !WEAK.has(lexemes[i]!.text) ? cueAt(lexemes, i) : null;
    if (cue !== null) return cue;
  }
  return null;
}

function nearestAfter(lexemes: readonly Lexeme[], from: number, to: number, weak = true): Direction | null {
  for (let i = from; i < to; i++) {
    // "the visit on Tuesday was called off": the day was still to come.
    if (isCalledOff(lexemes, i)) return 'forward';
    const cue = weak || !WEAK.has(lexemes[i]!.text) ? cueAt(lexemes, i) : null;
    if (cue !== null) return cue;
  }
  return null;
}

/** "was cancelled", "have been called off", from the first of these words on. */
function isCalledOff(lexemes: readonly Lexeme[], at: number): boolean {
  let next = at;
  while (/^(was|were|has|have|had|been)$/.test(lexemes[next]?.text ?? '') && next - at < 3) next++;
  const text = lexemes[next]?.text ?? '';
  if (next === at) return false;
  return (
    /^(cancelled|canceled|postponed|scrapped)$/.test(text) ||
    (text === 'called' && lexemes[next + 1]?.text === 'off')
  );
}

function cueAt(lexemes: readonly Lexeme[], at: number): Direction | null {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return null;
  const { text } = lexeme;
  // "as previously planned", "the hastily planned trip".
  if ((text === 'planned' || text === 'scheduled') && lexemes[at - 1]?.text.endsWith('ly')) return null;
  // "two days later" can be long ago, "later on Friday" is over where the council met.
  if (text === 'later') return lexemes[at + 1]?.text === 'this' ? 'forward' : null;
  if (FORWARD.has(text)) return isName(lexemes, at) ? null : 'forward';
  // "is to meet", "urged them to leave"; "is flying to Doha".
  if (text === 'to') return isOrdered(lexemes, at) ? 'forward' : null;
  if (JOURNEY.has(text)) return /^(is|are|am)$/.test(lexemes[at - 1]?.text ?? '') ? 'forward' : null;
  // "next week", but "next to the embassy" is a place, and "the next week" may be that of a story.
  if (text === 'next')
    return lexemes[at + 1]?.text === 'to' || lexemes[at - 1]?.text === 'the' ? null : 'forward';
  if (VERB_OR_NOUN.has(text)) {
    const before = lexemes[at - 1];
    if (before?.text === 'to' || before === undefined) return null;
    // "the envoys meet", "the minister leaves".
    const agrees = /^(meets|leaves)$/.test(text) || (!text.endsWith('s') && /^[a-z]{3,}s$/.test(before.text));
    const subject = agrees || before.capital || SUBJECT.has(before.text);
    return subject || lexemes[at + 1]?.text === 'to' ? 'forward' : null;
  }
  // "set to meet", "set for Monday", but not "set a record".
  if (text === 'set') return /^(to|for)$/.test(lexemes[at + 1]?.text ?? '') ? 'forward' : null;
  if (RESOLVED.has(text)) return lexemes[at + 1]?.text === 'to' ? 'forward' : 'back';
  if (!isPast(text)) return null;
  if (text === 'has' || text === 'have') return lexemes[at + 1]?.text === 'to' ? 'forward' : 'back';
  for (let i = at - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const before = lexemes[i]!.text;
    if (MODAL.has(before)) return isName(lexemes, i) ? 'back' : 'forward';
    // "will be formally opened".
    if (!LINK.has(before) && !before.endsWith('ly')) break;
  }
  return 'back';
}

function isPast(text: string): boolean {
  return BACK.has(text) || (text.length > 3 && text.endsWith('ed') && !NOT_PAST.has(text));
}

/** "Theresa May met", "May visited": inside a sentence, or before what no modal stands before, "May" and "Will" are names. */
function isName(lexemes: readonly Lexeme[], at: number): boolean {
  const { text, capital } = lexemes[at]!;
  if (!capital || (text !== 'may' && text !== 'will')) return false;
  const next = lexemes[at + 1];
  return (
    at > 0 || next === undefined || BACK.has(next.text) || MODAL.has(next.text) || next.text.endsWith('ed')
  );
}

/** "is to meet"; "urged the two sides to meet", with up to five words between. */
function isOrdered(lexemes: readonly Lexeme[], at: number): boolean {
  if (/^(is|are)$/.test(lexemes[at - 1]?.text ?? '')) return true;
  const next = lexemes[at + 1];
  // "to Doha", "to the talks" are no infinitives.
  if (next === undefined || next.capital || /^(the|an?|his|her|its|their)$/.test(next.text)) return false;
  // "Obama to meet Castro", in a headline, but not "left Rome to meet".
  if (lexemes[at - 1]?.capital && !lexemes.slice(Math.max(0, at - 6), at).some(({ text }) => isPast(text)))
    return true;
  for (let i = at - 1; i >= 0 && i >= at - 6 && !isBreak(lexemes, i); i--)
    if (ASKED.has(lexemes[i]!.text)) return true;
  return false;
}
