import type { Lexeme } from './lexemes.ts';

/** Where a clause points from the day it was written. */
export type Direction = 'back' | 'forward';

/** Words that look ahead from where they stand. */
const FORWARD = new Set(
  (
    "will shall won't may might could would can should must scheduled due plan plans planned planning slated expected expects " +
    'expect upcoming coming next later ahead intends intend hopes hope begin begins starts opens arrive arrives ends expires resume resumes ' +
    'kicks tomorrow prepare prepares preparing poised bound likely going meant ' +
    'forthcoming proposed wants want seeks seek'
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
    '; : . ? ! that which who whom whose where when while because although though if as saying adding but whether ' +
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
  const near = nearest(lexemes, at - 1, from);
  // "postponed until Tuesday".
  if (/^(until|till|to)$/.test(lexemes[at - 1]?.text ?? '') && DEFERS.has(lexemes[at - 2]?.text ?? ''))
    return 'forward';
  // "by May": ahead, unless something in the clause is over.
  if (near === null && /^(by|until|till)$/.test(lexemes[at - 1]?.text ?? ''))
    return nearestAfter(lexemes, at + 1, to) ?? 'forward';
  return (
    near ??
    nearestAfter(lexemes, at + 1, to) ??
    nearest(lexemes, from - 2, Math.max(0, from - REACH)) ??
    nearestAfter(lexemes, to + 1, Math.min(lexemes.length, to + REACH))
  );
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

function nearest(lexemes: readonly Lexeme[], from: number, down: number): Direction | null {
  for (let i = from; i >= down; i--) {
    const cue = cueAt(lexemes, i);
    if (cue !== null) return cue;
  }
  return null;
}

function nearestAfter(lexemes: readonly Lexeme[], from: number, to: number): Direction | null {
  for (let i = from; i < to; i++) {
    const cue = cueAt(lexemes, i);
    if (cue !== null) return cue;
  }
  return null;
}

function cueAt(lexemes: readonly Lexeme[], at: number): Direction | null {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return null;
  const { text } = lexeme;
  // "Will" and "May" inside a sentence are names; "until" and "set" look ahead only before what is to come.
  if (FORWARD.has(text))
    return lexeme.capital && at > 0 && (text === 'may' || text === 'will') ? null : 'forward';
  // "set to meet", "set for Monday", but not "set a record".
  if (text === 'set') return /^(to|for)$/.test(lexemes[at + 1]?.text ?? '') ? 'forward' : null;
  if (text === 'agreed' || text === 'promised' || text === 'pledged' || text === 'vowed')
    return lexemes[at + 1]?.text === 'to' ? 'forward' : 'back';
  const past = BACK.has(text) || (text.length > 3 && text.endsWith('ed') && !NOT_PAST.has(text));
  if (!past) return null;
  if (text === 'has' || text === 'have') return lexemes[at + 1]?.text === 'to' ? 'forward' : 'back';
  for (let i = at - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const before = lexemes[i]!.text;
    if (MODAL.has(before)) return 'forward';
    if (!LINK.has(before)) break;
  }
  return 'back';
}
