import type { Actor } from '../actors/actor.ts';
import type { State } from '../actors/directory.ts';
import { stateActor } from '../actors/owners.ts';
import { type Line, type OwnTable, type Row, readLines, readOwnLines, readTable } from '../table.ts';
import type { Alternative, EventType, SourceKind } from './claim.ts';
import { type IssueCue, type IssueEntry, readIssues } from './issue-table.ts';

/** What the coder knows about words; all of it is data, in files that a reader can check and edit. */
export interface Codebook {
  /** Predicates by head lemma and part of speech (`visit/noun`), longer phrases first. */
  readonly predicates: ReadonlyMap<string, readonly Predicate[]>;
  /** Verbs that carry a nominal event ("hold talks"), with what they add. */
  readonly lightVerbs: ReadonlyMap<string, string>;
  /** Verbs whose subject is a nominal event ("talks took place"). */
  readonly happenVerbs: ReadonlySet<string>;
  /** Words of sport, by what they do; data/events/README.md tells each with an example. */
  readonly games: Readonly<Record<'signs' | 'hints' | 'feats' | 'play' | 'players', ReadonlySet<string>>>;
  /** Things that words of violence are turned on without violence, those words, what befalls people, and what is given without help, by lemma. */
  readonly figures: ReadonlyMap<string, 'words' | 'ills' | 'turned' | 'mishaps' | 'given'>;
  /** Places that another than their state holds or held, by name. */
  readonly landsHeldByOthers: ReadonlySet<string>;
  /** What a newsroom sets before a colon ("Live: ..."), in lower case. */
  readonly labels: ReadonlySet<string>;
  /** What somebody is called who is blamed ("called it a provocation"), by lemma. */
  readonly blame: ReadonlySet<string>;
  /** Verbs of what nobody says that another does without blaming them ("violate"), by lemma. */
  readonly wrongs: ReadonlySet<string>;
  /** Nouns that take up an act told before ("condemned the move"), with the types that it may be of; none means any. */
  readonly takenUp: ReadonlyMap<string, ReadonlySet<string>>;
  /** What a governing word does to the reality of what it governs, by `lemma/pos`. */
  readonly governors: ReadonlyMap<string, Effect>;
  /** What an adjective does to the reality of a nominal event. */
  readonly adjectives: ReadonlyMap<string, Effect>;
  /** Words of probability by their first word; among several the first row of the file counts. */
  readonly likelihoods: ReadonlyMap<string, readonly LikelihoodWords[]>;
  /** Reporting cues by head lemma and part of speech (`say/verb`), longer phrases first. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  readonly sourceNouns: ReadonlyMap<string, SourceKind>;
  /** States as actors, by code. */
  readonly states: ReadonlyMap<string, Actor>;
  /** Regions and towns by name, as the state that they lie in. */
  readonly places: ReadonlyMap<string, Actor>;
  /** Words that tell how things stand, by what they do. */
  readonly standing: Readonly<Record<StandingRole, ReadonlySet<string>>>;
  readonly issues: readonly IssueEntry[];
  /** Issue cues by their first lemma. */
  readonly issueCues: ReadonlyMap<string, readonly IssueCue[]>;
  /** Issues that armed force is used over. */
  readonly foughtOver: ReadonlySet<string>;
}

/** What a word of data/standing/words.tsv does; its README tells each with an example. */
export type StandingRole =
  | 'relationship'
  | 'bond'
  | 'impact'
  | 'footing'
  | 'title'
  | 'move'
  | 'level'
  | 'precedent'
  | 'view'
  | 'divide'
  | 'announce'
  | 'aim'
  | 'concern'
  | 'effect'
  | 'attempt'
  | 'better'
  | 'worse'
  | 'same'
  | 'more'
  | 'less'
  | 'strife'
  | 'tone';

/** A row of data/events/predicates.tsv. */
export interface Predicate {
  readonly head: string;
  /** Words that must hang on the head: `down` (particle), `=tie` (object), `~into` (preposition); `a|b` is either. */
  readonly rest: readonly string[];
  readonly pos: 'verb' | 'noun' | 'adj';
  /** Prepositions, `obj` or `iobj` in which the recipient stands. */
  readonly recipientIn: readonly string[];
  readonly symmetric: boolean;
  readonly ofIsActor: boolean;
  /** "Ankara hosted the minister": the object is the visitor, the subject the host. */
  readonly objectIsActor: boolean;
  /** Forces of two states that do it with each other cooperate; those of one show what they can do. */
  readonly joint: boolean;
  /** Without a recipient in its place, one is looked for only where a condition is set ("warned of ruin if Peru attacked"). */
  readonly needsCondition: boolean;
  /** An act of armed forces alone ("troops entered Peru"); a minister who does so does something else. */
  readonly ofForces: boolean;
  /** An act of people alone ("thousands protested"); a state that does so does something else. */
  readonly ofCrowds: boolean;
  /** An act only with an object ("returned a statue to Benin", but "returned to Benin"). */
  readonly transitive: boolean;
  /** An act only where it is still to come ("will respond in kind"). */
  readonly onlyAhead: boolean;
  /** An act only between persons who stand for their states ("the envoy saw the king"). */
  readonly ofPersons: boolean;
  /** An act only without an object ("rallied in Lima", but "rallied the world"). */
  readonly intransitive: boolean;
  /** Goes on for long and is known: named with an article or owner beside something else it is no new act ("during the war"). */
  readonly lasting: boolean;
  /** An act only where it calls its object something bad ("called the raid a provocation"). */
  readonly ofBlame: boolean;
  /** A phrase that is no act, though a word in it is elsewhere ("trade war", "heart attack"). */
  readonly noAct: boolean;
  /** Too common a word to be an act between states unless it names a recipient ("give", "call"). */
  readonly needsRecipient: boolean;
  readonly type: EventType | null;
  readonly mode?: string;
  readonly contexts: readonly string[];
  /** Other acts that the words may tell of, with their weights; the row itself has the rest of 1. */
  readonly alternatives: readonly Alternative[];
  /** `events/<words>/<pos>`: the rule that a claim names. */
  readonly rule: string;
}

export type Effect =
  | 'planned'
  | 'expected'
  | 'expected-not'
  | 'possible'
  | 'wanted'
  | 'feared'
  | 'hoped'
  | 'happened'
  | 'not-happened'
  | 'left-undone'
  | 'called-off'
  | 'decided'
  | 'presupposed'
  | 'undertaken'
  | 'believed'
  | 'stopped'
  | 'attempted'
  | 'threatened'
  | 'conditional'
  | 'reported';

export type CueKind = 'say' | 'act' | 'think' | 'show';

/** A row of data/sources/cues.tsv. */
export interface Cue {
  readonly head: string;
  /** Words that must hang on the head, as in {@link Predicate}. */
  readonly rest: readonly string[];
  readonly kind: CueKind;
  /** The object is what is said, or what the saying is about; null where it is neither. */
  readonly object: 'obj' | 'topic' | null;
  /** An infinitive under it is an act of theirs, which the report tells: "agreed to meet". */
  readonly ownAct: boolean;
  /** Whatever stands under it is theirs or known anyway, and does not rest on their word: "wants", "forgot that". */
  readonly isKnown: boolean;
  /** Only a quotation beside it makes it a word of saying: "he continued". */
  readonly needsQuotation: boolean;
  /** Its subject is a part of what it says, and nobody is named who says so: "seems to". */
  readonly raises: boolean;
  /** Prepositions in which stands what is said. */
  readonly prepositions: readonly string[];
}

export interface LikelihoodWords {
  readonly words: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly table: string;
}

function readStanding(rows: readonly Row[]): Codebook['standing'] {
  const words = Map.groupBy(rows, (row) => row['role'] as StandingRole);
  const of = (role: StandingRole) => new Set(words.get(role)?.map((row) => row['word']!));
  return {
    relationship: of('relationship'),
    bond: of('bond'),
    impact: of('impact'),
    footing: of('footing'),
    title: of('title'),
    move: of('move'),
    level: of('level'),
    precedent: of('precedent'),
    view: of('view'),
    divide: of('divide'),
    announce: of('announce'),
    aim: of('aim'),
    concern: of('concern'),
    effect: of('effect'),
    tone: of('tone'),
    attempt: of('attempt'),
    better: of('better'),
    worse: of('worse'),
    same: of('same'),
    more: of('more'),
    less: of('less'),
    strife: of('strife'),
  };
}

/** Tables of the user's own about words. */
export interface OwnWords {
  /** In the form of data/status/likelihood.tsv; its words count before ours. */
  readonly likelihood?: OwnTable;
  /** In the form of data/issues/issues.tsv; a row with an id of ours stands in its place. */
  readonly issues?: OwnTable;
}

/**
 * Reads the files of data/events, data/status, data/sources, data/standing and data/issues, by name, and the
 * user's own; throws with file and line.
 */
export function readCodebook(
  files: Readonly<Record<string, string>>,
  states: ReadonlyMap<string, State>,
  own: OwnWords = {},
): Codebook {
  const rows = (name: string) => readTable(name, files[name] ?? '');
  const choices = Map.groupBy(rows('events/choices.tsv'), (row) => `${row['words']}/${row['pos']}`);
  return {
    predicates: groupWords(rows('events/predicates.tsv').map((row) => readPredicate(row, choices))),
    lightVerbs: new Map(rows('events/light-verbs.tsv').map((row) => [row['lemma']!, row['status']!])),
    happenVerbs: new Set(rows('events/happen-verbs.tsv').map((row) => row['lemma']!)),
    states: new Map([...states.values()].map((state) => [state.code, stateActor(state)])),
    places: new Map(
      rows('events/places.tsv').map((row) => [row['name']!, stateActor(states.get(row['country']!)!)]),
    ),
    games: readGames(rows('events/games.tsv')),
    figures: new Map(
      rows('events/figures.tsv').map((row) => [
        row['lemma']!,
        row['kind'] as 'words' | 'ills' | 'turned' | 'mishaps',
      ]),
    ),
    landsHeldByOthers: new Set(rows('events/held-lands.tsv').map((row) => row['name']!)),
    labels: new Set(rows('sources/labels.tsv').map((row) => row['word']!)),
    blame: new Set(rows('events/blame.tsv').map((row) => row['lemma']!)),
    wrongs: new Set(rows('events/wrongs.tsv').map((row) => row['lemma']!)),
    takenUp: new Map(
      rows('events/taken-up.tsv').map((row) => [row['noun']!, new Set(listed(row['types'], '|'))]),
    ),
    governors: effects(rows('status/governors.tsv'), (row) => `${row['words']}/${row['pos']}`),
    adjectives: effects(rows('status/adjectives.tsv'), (row) => row['lemma']!),
    likelihoods: groupLikelihoods([
      ...(own.likelihood === undefined ? [] : readOwnLines(own.likelihood)),
      ...readLines('status/likelihood.tsv', files['status/likelihood.tsv'] ?? ''),
    ]),
    cues: groupWords(rows('sources/cues.tsv').map(readCue)),
    sourceNouns: new Map(
      rows('sources/source-nouns.tsv').map((row) => [row['lemma']!, row['kind'] as SourceKind]),
    ),
    standing: readStanding(rows('standing/words.tsv')),
    ...readIssues(rows('issues/issues.tsv'), rows('issues/idioms.tsv'), own.issues),
  };
}

/** Every verb that the codebook knows, in its base form. */
export function verbsOf({ predicates, governors, cues, lightVerbs }: Codebook): Set<string> {
  const keys = [...predicates.keys(), ...governors.keys(), ...cues.keys()].filter((key) =>
    key.endsWith('/verb'),
  );
  return new Set(
    [...keys.map((key) => key.slice(0, -'/verb'.length)), ...lightVerbs.keys()].map(
      (words) => words.split(' ')[0]!,
    ),
  );
}

/** Parts of a frame that name no place of the recipient. */
const FLAGS = new Set([
  'sym',
  'must',
  'no',
  'trans',
  'joint',
  'crowd',
  'mil',
  'cond',
  'blame',
  'lasting',
  'alone',
  'ahead',
]);

function readGames(rows: readonly Row[]): Codebook['games'] {
  const words = (kind: string) =>
    new Set(rows.filter((row) => row['kind'] === kind).map((row) => row['word']!));
  return {
    signs: words('sign'),
    hints: words('hint'),
    feats: words('feat'),
    play: words('play'),
    players: words('player'),
  };
}

function readPredicate(row: Row, choices: ReadonlyMap<string, readonly Row[]>): Predicate {
  const [head, ...rest] = row['words']!.split(' ');
  const frame = listed(row['frame'], ',');
  const type = given(row['type']);
  const mode = given(row['mode']);
  return {
    head: head!,
    rest,
    pos: row['pos'] as Predicate['pos'],
    recipientIn: frame.filter((part) => !FLAGS.has(part) && !part.includes('=')),
    symmetric: frame.includes('sym'),
    ofIsActor: frame.includes('of=actor'),
    objectIsActor: frame.includes('obj=actor'),
    joint: frame.includes('joint'),
    needsCondition: frame.includes('cond'),
    ofForces: frame.includes('mil'),
    ofCrowds: frame.includes('crowd'),
    transitive: frame.includes('trans'),
    onlyAhead: frame.includes('ahead'),
    ofPersons: frame.includes('persons'),
    intransitive: frame.includes('alone'),
    lasting: frame.includes('lasting'),
    ofBlame: frame.includes('blame'),
    noAct: frame.includes('no'),
    needsRecipient: frame.includes('must'),
    type: (type ?? null) as EventType | null,
    ...(mode === undefined ? {} : { mode }),
    contexts: listed(row['contexts'], '|'),
    alternatives: (choices.get(`${row['words']}/${row['pos']}`) ?? []).map(readAlternative),
    rule: `events/${row['words']!.replaceAll(/\|\S+/g, '').replaceAll(' ', '-')}/${row['pos']}`,
  };
}

function readAlternative(row: Row): Alternative {
  const mode = given(row['mode']);
  return {
    type: row['type'] as EventType,
    ...(mode === undefined ? {} : { mode }),
    weight: Number(row['weight']),
  };
}

function readCue(row: Row): Cue & { readonly pos: string } {
  const [head, ...rest] = row['words']!.split(' ');
  const takes = listed(row['takes'], ' ');
  return {
    head: head!,
    rest,
    pos: row['pos']!,
    kind: row['kind'] as CueKind,
    object: takes.includes('obj') ? 'obj' : takes.includes('topic') ? 'topic' : null,
    ownAct: takes.includes('own'),
    isKnown: takes.includes('known'),
    needsQuotation: takes.includes('quote'),
    raises: takes.includes('raise'),
    prepositions: takes.filter((part) => part.startsWith('~')).map((part) => part.slice(1)),
  };
}

/** Phrases by head and part of speech, longer ones first. */
function groupWords<
  T extends { readonly head: string; readonly pos: string; readonly rest: readonly string[] },
>(phrases: readonly T[]): Map<string, T[]> {
  const groups = Map.groupBy(phrases, ({ head, pos }) => `${head}/${pos}`);
  for (const group of groups.values()) group.sort((a, b) => b.rest.length - a.rest.length);
  return groups;
}

function groupLikelihoods(lines: readonly Line[]): Map<string, LikelihoodWords[]> {
  const groups = Map.groupBy(lines.map(readLikelihood), ({ words }) => words[0]!);
  for (const group of groups.values()) group.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

function readLikelihood({ row, where }: Line): LikelihoodWords {
  const { words, low, high, table } = row;
  if (words === undefined || low === undefined || high === undefined || table === undefined)
    throw new Error(
      `${where}: expected the columns "words low high table", found "${Object.keys(row).join(' ')}"`,
    );
  const range = { low: Number(low), high: Number(high) };
  if (!(range.low >= 0 && range.low <= range.high && range.high <= 1))
    throw new Error(`${where}: expected a range within 0 and 1, found "${low}" to "${high}"`);
  return { words: words.toLowerCase().split(' '), ...range, table };
}

function effects(rows: readonly Row[], key: (row: Row) => string): Map<string, Effect> {
  return new Map(rows.map((row) => [key(row), row['effect'] as Effect]));
}

function given(cell: string | undefined): string | undefined {
  return cell === undefined || cell === '-' || cell === '' ? undefined : cell;
}

function listed(cell: string | undefined, separator: string): string[] {
  return (
    given(cell)
      ?.split(separator)
      .map((part) => part.trim()) ?? []
  );
}
