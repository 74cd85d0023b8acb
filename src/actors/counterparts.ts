import type { Actor, ActorMention } from './actor.ts';
import { type Antecedent, antecedentOfPerson, antecedentsOfGroup } from './antecedents.ts';
import type { Counterpart, Draft } from './draft.ts';
import { leadingCountries, twoLead } from './home.ts';
import { personActor } from './persons.ts';
import { type Story, type Told, toldSince } from './story.ts';
import { counterpartOn, LEADERS } from './terms.ts';
import { BREAK, COMMA } from './words.ts';

/** "his Chinese counterpart": the same office in that country on that day; null where nothing tells who that is. */
export function resolveCounterpart(
  story: Story,
  draft: Draft,
  { pronoun, country, plural }: Counterpart,
): ActorMention | null {
  const { directory, report } = story.reader;
  const whose = whoseCounterpart(story, draft, pronoun);
  const antecedent = whose === null ? {} : { antecedent: whose.span };
  const span = { start: draft.start, end: draft.end };
  if (draft.actor !== null) {
    return {
      ...span,
      actor: placed(story, draft.actor, country, whose),
      via: draft.via,
      rule: draft.rule,
      ...antecedent,
    };
  }
  const named = plural ? null : namedBefore(story, draft, country);
  if (named !== null) {
    return { ...span, actor: named, via: 'apposition', rule: 'actors/counterpart-named', ...antecedent };
  }
  if (country === null) {
    const met = plural ? null : metBefore(story, draft, whose?.actor);
    if (met === null) return null;
    const { actor, start, end } = met.mention;
    return { ...span, actor, via: 'counterpart', rule: 'actors/counterpart', antecedent: { start, end } };
  }
  const adjective = directory.states.get(country)?.adjective ?? country;
  const office = whose?.actor.office;
  if (plural) {
    const actor: Actor = {
      id: `${country}/counterparts`,
      kind: 'group',
      name: `${adjective} counterparts`,
      country,
      sector: whose?.actor.sector ?? 'GOV',
    };
    return { ...span, actor, via: 'counterpart', rule: 'actors/counterparts', ...antecedent };
  }
  const term = office === undefined ? null : counterpartOn(directory, office, country, report.publishedOn);
  if (term !== null) {
    const actor = personActor(directory, term.person, report.publishedOn);
    return { ...span, actor, via: 'counterpart', rule: 'actors/counterpart', ...antecedent };
  }
  const actor: Actor = {
    id: `${country}/${office ?? 'counterpart'}`,
    kind: 'office',
    name: `${adjective} ${office?.replaceAll('-', ' ') ?? 'counterpart'}`,
    country,
    sector: whose?.actor.sector ?? 'GOV',
    ...(office === undefined ? {} : { office }),
  };
  return { ...span, actor, via: 'counterpart', rule: 'actors/counterpart-office', ...antecedent };
}

/** "Wang Yi, his Chinese counterpart,": the name stands before. */
function namedBefore(
  { reader: { words }, told }: Story,
  { from, to }: Draft,
  country: string | null,
): Actor | null {
  const before = told.at(-1);
  if (before === undefined || before.to !== from || words.gaps[from] !== COMMA) return null;
  const { actor } = before.mention;
  const closed = words.gaps[to] === undefined || words.gaps[to] === COMMA || words.gaps[to] === BREAK;
  if (!closed || actor.kind !== 'person' || !before.named) return null;
  return country === null || actor.country === country ? actor : null;
}

/** A stranger's country is the one named; his office that of the other. */
function placed(story: Story, known: Actor, country: string | null, whose: Antecedent | null): Actor {
  const actor = { ...known, country: known.country ?? otherOfTwo(story, whose) };
  if (known.country === null && actor.country !== null) story.placed.set(actor.id, actor);
  if (actor.office !== undefined || whose?.actor.office === undefined) return actor;
  if (actor.country !== null && country === null) return actor;
  return {
    ...actor,
    ...(whose.actor.sector === undefined ? {} : { sector: whose.actor.sector }),
    office: whose.actor.office,
  };
}

/** "his counterpart, Ana Prado": in a report on two states, of the one that is not his. */
function otherOfTwo(story: Story, whose: Antecedent | null): string | null {
  const two = leadingCountries(story).slice(0, 2);
  const own = whose?.actor.country ?? null;
  if (own === null || !twoLead(story) || two.every(({ country }) => country !== own)) return null;
  return two.find(({ country }) => country !== own)?.country ?? null;
}

/** "his counterpart": whoever was named last of another state, in the same office or as another leader. */
function metBefore(story: Story, { from }: Draft, whose: Actor | undefined): Told | null {
  if (whose?.office === undefined || whose.country === null) return null;
  const { office, country, id } = whose;
  const found = toldSince(story, story.reader.words.sentences[from]! - 4).findLast(
    ({ mention: { actor } }) =>
      actor.kind === 'person' &&
      actor.id !== id &&
      actor.country !== null &&
      actor.country !== country &&
      (actor.office === office || (LEADERS.has(office) && LEADERS.has(actor.office ?? ''))),
  );
  return found ?? null;
}

function whoseCounterpart(story: Story, draft: Draft, pronoun: number | null): Antecedent | null {
  if (pronoun !== null) {
    const key = story.reader.words.keys[pronoun]!;
    if (key === 'his' || key === 'her') return antecedentOfPerson(story, pronoun);
    return antecedentsOfGroup(story, pronoun)[0] ?? null;
  }
  const sentence = story.reader.words.sentences[draft.from]!;
  const before = toldSince(story, sentence).findLast(
    ({ mention: { actor }, sentence: where }) =>
      where === sentence && (actor.kind === 'person' || actor.kind === 'office'),
  );
  return before === undefined
    ? null
    : { actor: before.mention.actor, span: { start: before.mention.start, end: before.mention.end } };
}
