import type { ActorMention } from './actor.ts';
import type { Entry } from './directory.ts';
import { bodyActor, governmentActor } from './owners.ts';
import { personActor } from './persons.ts';
import { isInTitle, matchAt } from './reader.ts';
import { type Story, toldSince } from './story.ts';
import { holderOn } from './terms.ts';
import { CAPITAL, SPACE } from './words.ts';

/** A body or office of the state that the text is about, and the word after it. */
export interface HomeBody {
  readonly mention: ActorMention;
  readonly from: number;
  readonly to: number;
}

/** Bodies that stand abroad, so that a capital does not tell whose they are. */
const ABROAD = new Set(['embassy', 'un-mission']);

/**
 * "Chile votes. The Senate ...", "the Prime Minister": a body or office written as a name without a country
 * belongs to the only state named so far, or in this sentence and the one before. Null where there are several.
 */
export function homeBodyAt(story: Story, from: number): HomeBody | null {
  const { reader } = story;
  const { words, directory, report } = reader;
  if (((words.forms[from] ?? 0) & CAPITAL) === 0 || isInTitle(reader, from)) return null;
  const match = matchAt(reader, from, isOfSomeState);
  if (match === null || (words.forms[match.end - 1]! & CAPITAL) === 0) return null;
  const to = match.end;
  // "a Supreme Court ruling" needs no article; "Parliament" might be a street.
  const definite = words.gaps[from] === SPACE && words.keys[from - 1] === 'the';
  if (!definite && to === from + 1) return null;
  // "the Army Corps", "the Senate of Rome": part of a longer name, or somebody else's.
  if (words.gaps[to] === SPACE && ((words.forms[to]! & CAPITAL) !== 0 || words.keys[to] === 'of'))
    return null;
  const country = homeOf(story, from);
  if (country === null) return null;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  const body = match.entries.find((entry) => entry.kind === 'body');
  if (body?.kind === 'body') {
    const actor =
      body.body === 'GOV'
        ? governmentActor(directory.states.get(country)!)
        : bodyActor(directory, body, country);
    return { mention: { ...span, actor, via: 'name', rule: 'actors/home-body' }, from, to };
  }
  for (const entry of match.entries) {
    const office = entry.kind === 'title' ? entry.title.office.id : '';
    const term = holderOn(directory, country, office, report.publishedOn);
    if (term === null) continue;
    const actor = personActor(directory, term.person, report.publishedOn);
    return { mention: { ...span, actor, via: 'office', rule: 'actors/home-office' }, from, to };
  }
  return null;
}

function isOfSomeState(entry: Entry): boolean {
  if (entry.kind === 'body') return entry.country === null && !ABROAD.has(entry.body);
  return entry.kind === 'title' && !entry.plural && entry.title.office.single && entry.title.country === null;
}

/** The only state that acts in the report so far, else the only one of this sentence and the one before. */
function homeOf(story: Story, from: number): string | null {
  const sentence = story.reader.words.sentences[from]!;
  return onlyCountry(story, 0) ?? onlyCountry(story, sentence - 1);
}

function onlyCountry(story: Story, sentence: number): string | null {
  let only: string | null = null;
  for (const { mention } of toldSince(story, sentence)) {
    const { country, sector, kind } = mention.actor;
    // Who reports it says nothing of whose it is.
    if (country === null || kind === 'organisation' || sector === 'JRN') continue;
    if (only !== null && only !== country) return null;
    only = country;
  }
  return only;
}
