import type { ActorMention } from './actor.ts';
import type { NounAgain } from './directory.ts';
import { isModifier } from './heads.ts';
import { isSentenceStart, OPENERS } from './reader.ts';
import { isVerb, type Story, type Told, toldSince } from './story.ts';
import { BREAK, CAPITAL, POSSESSIVE, SPACE } from './words.ts';

/** Somebody meant by a noun, and the word after it. */
interface Again {
  readonly mention: ActorMention;
  readonly to: number;
}

/** How many sentences back a noun may look. */
const REACH = 4;

const MOST_MODIFIERS = 3;

/** "the ministry", "the tribunal", "the veteran diplomat", "the 62-year-old": who was named before; null where nobody fits. */
export function nounAgainAt(story: Story, from: number, limit: number): Again | null {
  const { words, directory } = story.reader;
  let at = from;
  while (at < from + MOST_MODIFIERS && isModifier(words.keys[at]!) && words.gaps[at + 1] === SPACE) at++;
  const aged = isAge(story, at);
  const to = aged ? at + 3 : at + 1;
  const nouns = aged
    ? AGED
    : (directory.nounsAgain.get(words.keys[at]!) ?? directory.nounsAgain.get(words.keys[from]!));
  if (nouns === undefined || to > limit || !endsPhrase(story, to)) return null;
  for (const noun of nouns) {
    // "the Foreign Ministry" may be another one than the ministry before.
    if (noun.means !== 'person' && at > from) continue;
    const meant = noun.means === 'person' ? personMeant(story, from, noun) : bodyMeant(story, from, to, noun);
    if (meant === undefined) continue;
    const { actor, start, end } = meant.mention;
    const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
    return {
      mention: { ...span, actor, via: 'pronoun', rule: 'actors/noun-again', antecedent: { start, end } },
      to,
    };
  }
  return null;
}

const AGED: readonly NounAgain[] = [{ means: 'person', gender: null }];

/** "62-year-old". */
function isAge({ reader: { words } }: Story, at: number): boolean {
  return (
    /^[2-9]\d$/.test(words.keys[at] ?? '') && words.keys[at + 1] === 'year' && words.keys[at + 2] === 'old'
  );
}

/** Nothing follows that makes another of it: "the court of Spain", "the embassy guard", "the man who". */
function endsPhrase({ reader: { words } }: Story, to: number): boolean {
  if ((words.forms[to - 1]! & POSSESSIVE) !== 0 || words.gaps[to] !== SPACE) return true;
  const next = words.keys[to]!;
  if ((words.forms[to]! & CAPITAL) !== 0 || /^(?:of|for|who|whose|that|which|from)$/.test(next)) return false;
  return OPENERS.has(next) || isVerb(next) || /^[a-z]{3,}ed$/.test(next);
}

/** The subject of the sentences before; in its own sentence only what a stop divides from it. */
function personMeant(story: Story, from: number, { gender }: NounAgain): Told | undefined {
  const { words } = story.reader;
  const sentence = words.sentences[from]!;
  const people = toldSince(story, sentence - 2).filter(
    (one) =>
      (one.mention.actor.kind === 'person' || one.mention.actor.kind === 'office') &&
      (gender === null || one.gender === null || one.gender === gender),
  );
  const here = people.filter((one) => one.sentence === sentence);
  if (here.length > 0)
    return words.gaps[from - 1] === BREAK && !isSentenceStart(words, from - 1) ? here[0] : undefined;
  for (const back of [1, 2]) {
    const there = people.filter((one) => one.sentence === sentence - back);
    const found = there.find(({ subject }) => subject) ?? there[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

function bodyMeant(story: Story, from: number, to: number, { means }: NounAgain): Told | undefined {
  const { words, directory } = story.reader;
  // "the embassy in Oslo" may be another one.
  if (means === '/embassy' && words.gaps[to] === SPACE && words.keys[to] === 'in') return undefined;
  return toldSince(story, words.sentences[from]! - REACH).findLast(({ mention: { actor } }) => {
    if (actor.kind !== 'government' && actor.kind !== 'organisation') return false;
    if (/^[-/]/.test(means)) return actor.id.endsWith(means);
    if (means === 'IGO') return actor.country === null && directory.organisations.has(actor.id);
    return actor.sector === means;
  });
}
