import type { Span } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import { antecedentOfPerson, antecedentOfState, antecedentsOfGroup } from './antecedents.ts';
import { resolveCounterpart } from './counterparts.ts';
import type { Draft } from './draft.ts';
import { homeBodyAt } from './home-bodies.ts';
import { stateActor } from './owners.ts';
import { pairAt } from './pairs.ts';
import { matchAt, type Reader } from './reader.ts';
import { type Story, toldSince } from './story.ts';
import { LEADERS } from './terms.ts';
import { BREAK, CAPITAL, SPACE } from './words.ts';

export type Pronoun = 'person' | 'group' | 'state';

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ...'he she him his her hers himself herself'.split(' ').map((word): [string, Pronoun] => [word, 'person']),
  ...'they them their theirs themselves'.split(' ').map((word): [string, Pronoun] => [word, 'group']),
  ...'it its itself'.split(' ').map((word): [string, Pronoun] => [word, 'state']),
]);

/** Settles what stands for something else, in text order: pronouns, counterparts, pairs, "the minister". */
export function resolveReferences(reader: Reader, drafts: readonly Draft[]): ActorMention[] {
  const { words } = reader;
  const firstPerson = drafts.find((draft) => draft.pending === undefined && draft.actor?.kind === 'person');
  const story: Story = { reader, told: [], drafts, genders: new Map(), firstPerson };
  let next = 0;
  for (let at = 0; at < words.keys.length; ) {
    const draft = drafts[next];
    if (draft !== undefined && draft.from === at) {
      tellDraft(story, draft);
      next++;
      at = draft.to;
      continue;
    }
    at = referenceAt(story, at, draft?.from ?? words.keys.length);
  }
  return story.told.map(({ mention }) => mention);
}

function tellDraft(story: Story, draft: Draft): void {
  const { start, end, via, rule } = draft;
  if (draft.pending !== undefined) {
    const resolved = resolveCounterpart(story, draft, draft.pending);
    if (resolved !== null) tell(story, resolved, draft.from, draft.to, draft.owner, true);
    return;
  }
  if (draft.actor !== null)
    tell(story, { start, end, actor: draft.actor, via, rule }, draft.from, draft.to, draft.owner, true);
}

function tell(
  story: Story,
  mention: ActorMention,
  from: number,
  to: number,
  owner: string | null,
  named: boolean,
): void {
  const { words } = story.reader;
  story.told.push({
    mention,
    from,
    to,
    sentence: words.sentences[from]!,
    subject: isSubject(story.reader, from, to),
    owner,
    gender: genderOf(story, from, to, mention.actor),
    named,
  });
}

/** Words after which a subject begins. */
const CLAUSE_OPENERS = new Set(
  'that and but while as when after because if which who whom said says whether although though before since until where thus so or how why than'.split(
    ' ',
  ),
);

const VERBS = new Set(
  'said says told asked will would could may might must should can has have had is are was were did does do met held called wants wanted urged warned accused plans planned expects hopes agreed refused rejected announced added'.split(
    ' ',
  ),
);

/** A guess from the words around: what opens a clause or stands before a verb is its subject. */
function isSubject({ words }: Reader, from: number, to: number): boolean {
  if (VERBS.has(words.keys[to] ?? '') && words.gaps[to] !== BREAK) return true;
  let before = from - 1;
  if (before >= 0 && words.keys[before] === 'the') before--;
  if (before < 0 || words.sentences[before] !== words.sentences[from]) return true;
  if (words.gaps[before + 1] !== SPACE) return true;
  return CLAUSE_OPENERS.has(words.keys[before]!);
}

const FEMININE = new Set('spokeswoman mrs ms madame queen chairwoman congresswoman she her'.split(' '));
const MASCULINE = new Set('spokesman mr king sir lord chairman congressman he his him'.split(' '));

function genderOf(
  { reader: { words }, genders }: Story,
  from: number,
  to: number,
  actor: Actor,
): 'f' | 'm' | null {
  if (actor.kind !== 'person') return null;
  for (let at = from; at < to; at++) {
    // "his counterpart" tells of the other one.
    if (at === from && to > from + 1 && (words.keys[at] === 'his' || words.keys[at] === 'her')) continue;
    if (FEMININE.has(words.keys[at]!)) genders.set(actor.id, 'f');
    else if (MASCULINE.has(words.keys[at]!)) genders.set(actor.id, 'm');
  }
  return genders.get(actor.id) ?? null;
}

/** Reads what stands at a word before the next draft; gives the word to go on with. */
function referenceAt(story: Story, at: number, limit: number): number {
  const { words } = story.reader;
  const key = words.keys[at]!;
  const kind = PRONOUNS.get(key);
  // "He Lifeng" is a name; "IT" is a trade.
  if (kind !== undefined && !(words.ends[at]! - words.starts[at]! === 2 && (words.forms[at]! & 2) !== 0)) {
    return pronounAt(story, at, kind);
  }
  if (key === 'two' || key === 'both') {
    const pair = pairAt(story, at);
    if (pair !== null) {
      for (const mention of pair.mentions) tell(story, mention, pair.from, pair.to, null, false);
      return pair.to;
    }
  }
  const after = key === 'the' ? officeAt(story, at) : at + 1;
  const home = after === at + 1 ? homeBodyAt(story, key === 'the' ? after : at) : null;
  if (home === null || home.to > limit) return after;
  tell(story, home.mention, home.from, home.to, home.mention.actor.country, true);
  return home.to;
}

const HOMELAND = new Set(['country', 'nation', 'homeland']);

function pronounAt(story: Story, at: number, kind: Pronoun): number {
  const { words, directory } = story.reader;
  const key = words.keys[at]!;
  const span: Span = { start: words.starts[at]!, end: words.ends[at]! };
  if (kind === 'person') {
    const antecedent = antecedentOfPerson(story, at);
    if (antecedent === null) return at + 1;
    const { actor } = antecedent;
    if (
      (key === 'his' || key === 'her') &&
      HOMELAND.has(words.keys[at + 1] ?? '') &&
      words.gaps[at + 1] === SPACE
    ) {
      const state = actor.country === null ? undefined : directory.states.get(actor.country);
      if (state !== undefined) {
        const end = words.ends[at + 1]!;
        const mention: ActorMention = {
          start: span.start,
          end,
          actor: stateActor(state),
          via: 'pronoun',
          rule: 'actors/own-country',
          antecedent: antecedent.span,
        };
        tell(story, mention, at, at + 2, state.code, false);
        return at + 2;
      }
    }
    const rule = antecedent.span.start > span.start ? 'actors/pronoun-before-name' : 'actors/pronoun-person';
    tell(
      story,
      { ...span, actor, via: 'pronoun', rule, antecedent: antecedent.span },
      at,
      at + 1,
      null,
      false,
    );
  } else if (kind === 'state') {
    const antecedent = antecedentOfState(story, at);
    if (antecedent === null) return at + 1;
    tell(
      story,
      {
        ...span,
        actor: antecedent.actor,
        via: 'pronoun',
        rule: 'actors/pronoun-state',
        antecedent: antecedent.span,
      },
      at,
      at + 1,
      null,
      false,
    );
  } else {
    for (const { actor, span: antecedent } of antecedentsOfGroup(story, at)) {
      tell(
        story,
        { ...span, actor, via: 'pronoun', rule: 'actors/pronoun-group', antecedent },
        at,
        at + 1,
        null,
        false,
      );
    }
  }
  return at + 1;
}

/** "the minister", "the president": whoever in this report was last named with that office. */
function officeAt(story: Story, at: number): number {
  const { reader } = story;
  const { words } = reader;
  if (words.gaps[at + 1] !== SPACE) return at + 1;
  const match = matchAt(reader, at + 1);
  const titles =
    match?.entries.flatMap((entry) =>
      entry.kind === 'title' && !entry.plural ? [entry.title.office.id] : [],
    ) ?? [];
  if (match === null || titles.length === 0) return at + 1;
  const next = words.keys[match.end];
  const adjacent = words.gaps[match.end] === SPACE;
  if (
    adjacent &&
    (next === 'of' || next === 'for' || next === 'to' || (words.forms[match.end]! & CAPITAL) !== 0)
  )
    return at + 1;
  const earlier = toldSince(story, 0).findLast(
    ({ named, mention: { actor } }) =>
      named &&
      actor.kind === 'person' &&
      actor.office !== undefined &&
      titles.some((title) => answersTo(actor, title)),
  );
  if (earlier === undefined) return at + 1;
  const { actor, start, end } = earlier.mention;
  const span = { start: words.starts[at + 1]!, end: words.ends[match.end - 1]! };
  tell(
    story,
    { ...span, actor, via: 'office', rule: 'actors/the-office', antecedent: { start, end } },
    at + 1,
    match.end,
    null,
    false,
  );
  return match.end;
}

/** Where a minister is called secretary. */
const WITH_SECRETARIES = new Set(['USA', 'GBR', 'PHL', 'MEX']);

function answersTo({ office = '', country }: Actor, title: string): boolean {
  if (office === title) return true;
  if (title === 'minister') return office.endsWith('minister') && country !== 'USA';
  if (title === 'secretary') return office.endsWith('minister') && WITH_SECRETARIES.has(country ?? '');
  if (title === 'supreme-leader') return LEADERS.has(office);
  if (title === 'spokesperson') return office.endsWith('spokesperson');
  if (title === 'ambassador') return office.startsWith('ambassador');
  return false;
}
