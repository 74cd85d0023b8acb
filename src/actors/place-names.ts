import type { Sentence, Token } from '../language/sentence.ts';
import type { Span } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';

/** What the words around a name say of its bearer, the whole phrase, and the mention that the phrase takes in. */
export interface PlacedName extends Span {
  readonly country: string | null;
  readonly organisation?: string;
  readonly office?: string;
  readonly sector?: string;
  readonly takesIn?: ActorMention;
}

/** How many words may stand between a country's adjective and the name: "Chilean deputy mining engineer". */
const REACH = 4;

/** Where a name belongs by its neighbours; just its own words where they do not tell. */
export function placeOf(
  text: string,
  sentence: Sentence,
  name: Span,
  isPerson: boolean,
  mentions: readonly ActorMention[],
): PlacedName {
  const { start, end } = name;
  const before = mentions.findLast((mention) => mention.end <= start);
  const after = mentions.find((mention) => mention.start >= end);
  // "a UN envoy, Jean Arnault", "Moussa Faki, the Chadian chairman of the AU Commission".
  if (isPerson && before?.actor.kind === 'office' && /^,? $/.test(text.slice(before.end, start)))
    return { start: before.start, end, ...roleOf(before.actor), takesIn: before };
  if (isPerson && after?.actor.kind === 'office' && /^, (?:an? |the )?$/.test(text.slice(end, after.start)))
    return { start, end: after.end, ...roleOf(after.actor), takesIn: after };
  // "Alan Gross, an American engineer"
  if (isPerson && after?.rule === 'actors/group' && /^, an? $/.test(text.slice(end, after.start))) {
    const { country, sector } = after.actor;
    return { start, end: after.end, country, ...(sector === undefined ? {} : { sector }), takesIn: after };
  }
  if (before !== undefined && isOwner(before) && isNounPhrase(sentence, before.end, start))
    return { start: before.start, end, country: before.actor.country, takesIn: before };
  // ", a Chilean engineer", "(Chile)", "of Chile", "from the Chilean army".
  const joins = /^(?:, (?:an? |the |one of )?| \(| (?:of|from|in) (?:the )?)$/;
  const isHome =
    after !== undefined && after.actor.kind !== 'person' && joins.test(text.slice(end, after.start));
  return { start, end, country: isHome ? after.actor.country : null };
}

function roleOf({ country, organisation, office, sector }: Actor): Omit<PlacedName, 'start' | 'end'> {
  return {
    country,
    ...(organisation === undefined ? {} : { organisation }),
    ...(office === undefined ? {} : { office }),
    ...(sector === undefined ? {} : { sector }),
  };
}

/** "Chilean", "Chile's", and one of a people: "American politician". */
function isOwner({ actor, rule, via }: ActorMention): boolean {
  if (actor.country === null || via === 'pronoun') return false;
  return rule === 'actors/demonym' || rule === 'actors/state-name' || rule === 'actors/group';
}

/** Nothing but adjectives and nouns in small letters stands there: "engineer", "'s veteran mediator". */
function isNounPhrase({ tokens }: Sentence, start: number, end: number): boolean {
  const between = tokens.filter((token) => token.start >= start && token.end <= end);
  if (between.length > REACH || between.some((token) => !isNominal(token))) return false;
  const last = between.at(-1);
  return last === undefined || last.tag === 'NN' || last.tag === 'POS';
}

function isNominal({ upos, tag, form }: Token): boolean {
  // "Australian Christian missionary".
  return tag === 'POS' || upos === 'ADJ' || (upos === 'NOUN' && /^\p{Ll}/u.test(form));
}
