import type { Actor, ActorMention } from './actor.ts';
import type { Antecedent } from './antecedents.ts';
import type { Draft, Head, Own, Owner, Role } from './draft.ts';
import { closes, type Found, one } from './found.ts';
import { headActor, hintsOf } from './head-actors.ts';
import { headAt, isModifier } from './heads.ts';
import { leadingCountries, twoLead } from './home.ts';
import { findName, learnName } from './names.ts';
import { lastHolder } from './office-references.ts';
import { governmentActor, stateActor } from './owners.ts';
import { NO_HINTS } from './persons.ts';
import { antecedentsOf } from './pronouns.ts';
import type { Reader } from './reader.ts';
import { halfMeant } from './realms.ts';
import { isRole } from './roles.ts';
import { single } from './shared-nouns.ts';
import { isSought } from './sought.ts';
import { type Story, tell } from './story.ts';
import { CAPITAL, COMMA, POSSESSIVE, SPACE } from './words.ts';

/** "its troops", "his government", "her trade commissioner, Maros Sefcovic": what belongs to whom a pronoun means. */
export function ownPhrase(reader: Reader, at: number): Found | null {
  const { words } = reader;
  if (!/^(?:his|her|its|their)$/.test(words.keys[at]!) || words.gaps[at + 1] !== SPACE) return null;
  const relative = relativeNamed(reader, at);
  if (relative !== null) return relative;
  if (isRole(words.keys[at + 1]!) && words.gaps[at + 2] !== COMMA) {
    const pending: Role = { kind: 'role', pronoun: at };
    const found = one(reader, at, at + 2, null, 'pronoun', 'actors/own-office', null, at + 2);
    return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
  }
  const head = headAt(reader, at + 1, true);
  if (head === null || head.kind === 'counterpart' || head.of !== null || isCourtesy(head)) return null;
  // "its ally Germany" is Germany.
  if (head.group?.foreign && words.gaps[head.to] === SPACE && (words.forms[head.to]! & CAPITAL) !== 0)
    return null;
  const name = head.kind === 'title' && !head.plural ? nameBeside(reader, head) : null;
  const sought = isSought(reader, at, head.to);
  const pending: Own = { kind: 'own', pronoun: at, head: sought ? { ...head, sought } : head };
  const to = name?.to ?? head.to;
  const found = one(
    reader,
    at,
    to,
    name?.actor ?? null,
    name === null ? 'pronoun' : 'apposition',
    name === null ? 'actors/own-office' : 'actors/title-apposition',
    null,
    to,
  );
  return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
}

const RELATIVES = new Set(
  'son daughter brother sister wife husband nephew niece father mother cousin widow grandson granddaughter deputy rival opponent challenger protege lawyer'.split(
    ' ',
  ),
);

/** "his son Bashar", "her deputy Marta Rojas": a person of the same state. */
function relativeNamed(reader: Reader, at: number): Found | null {
  const { words } = reader;
  const noun = isModifier(words.keys[at + 1]!) && words.gaps[at + 2] === SPACE ? at + 2 : at + 1;
  const isApposed = words.gaps[noun + 1] === COMMA;
  const key = words.keys[noun] ?? '';
  if (!(RELATIVES.has(key) || (isApposed && isRole(key))) || (words.gaps[noun + 1] !== SPACE && !isApposed))
    return null;
  const name = findName(reader, noun + 1, NO_HINTS) ?? learnName(reader, noun + 1, NO_HINTS);
  if (name === null || (isApposed && !closes(reader, name.to))) return null;
  const pending: Own = { kind: 'own', pronoun: at, head: NAMED };
  const found = one(reader, at, name.to, name.actor, 'apposition', 'actors/own-relative', null, name.to);
  return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
}

const NAMED: Head = {
  kind: 'title',
  to: 0,
  titles: [],
  plural: false,
  former: false,
  of: null,
  postedTo: null,
};

function isCourtesy(head: Head): boolean {
  return head.kind === 'title' && head.titles.every(({ office }) => office.id === 'courtesy');
}

/** "his foreign minister, Qin Gang,", "her spokesman John Kirby". */
function nameBeside(reader: Reader, head: Head): { readonly actor: Actor; readonly to: number } | null {
  const { words } = reader;
  if ((words.forms[head.to - 1]! & POSSESSIVE) !== 0) return null;
  const gap = words.gaps[head.to];
  if (gap !== SPACE && gap !== COMMA) return null;
  const hints = hintsOf(null, head);
  const name = findName(reader, head.to, hints) ?? learnName(reader, head.to, hints, gap === SPACE);
  if (name === null || (gap === COMMA && !closes(reader, name.to))) return null;
  return gap === SPACE ? name : (learnName(reader, head.to, hints) ?? name);
}

/** Tells what a pronoun owns, one mention for each owner; where it owns nobody we know, the pronoun alone. */
export function tellOwn(story: Story, draft: Draft, { pronoun, head }: Own): void {
  const { start, end, from, to } = draft;
  const owners = antecedentsOf(story, pronoun);
  if (draft.actor !== null) {
    const country = draft.actor.country ?? owners[0]?.actor.country ?? null;
    const organisation = draft.actor.organisation ?? owners[0]?.actor.organisation;
    const actor: Actor = {
      ...draft.actor,
      country,
      ...(country !== null || organisation === undefined ? {} : { organisation }),
    };
    if (draft.actor.country === null) story.placed.set(actor.id, actor);
    tell(story, { start, end, actor, via: draft.via, rule: draft.rule }, from, to, country, true);
    return;
  }
  // "their prime ministers": one of each.
  const isOneEach =
    owners.length > 1 &&
    head.kind === 'title' &&
    head.plural &&
    head.titles.some(({ office }) => office.single);
  const held = isOneEach ? single(head) : head;
  for (const owner of owners) {
    const found = ownedActor(story, owner, held, pronoun);
    if (found === null) {
      const { starts, ends } = story.reader.words;
      const kind = /^(?:his|her)$/.test(story.reader.words.keys[pronoun]!) ? 'person' : 'state';
      const rule = kind === 'person' ? 'actors/pronoun-person' : 'actors/pronoun-state';
      const alone: ActorMention = {
        start: starts[pronoun]!,
        end: ends[pronoun]!,
        actor: owner.actor,
        via: 'pronoun',
        rule,
        antecedent: owner.span,
      };
      tell(story, alone, pronoun, pronoun + 1, null, false);
      if (owners.length > 1) return;
      continue;
    }
    const rule = found.kind === 'person' || found.kind === 'office' ? 'actors/own-office' : 'actors/own-body';
    const mention: ActorMention = { start, end, actor: found, via: 'pronoun', rule, antecedent: owner.span };
    tell(story, mention, from, to, found.country, true);
  }
}

function ownedActor(story: Story, { actor, span }: Antecedent, head: Head, at: number): Actor | null {
  const { directory, words } = story.reader;
  if (/^neighbou?rs?$/.test(words.keys[head.to - 1]!)) {
    const two = leadingCountries(story).slice(0, 2);
    const half = halfMeant(story, words.keys[head.to - 2]!);
    // "its northern neighbour": nobody here knows where states lie.
    const isSure =
      half === undefined || (twoLead(story) && two.some(({ country }) => country === actor.country));
    const isOne = isSure && !words.keys[head.to - 1]!.endsWith('s') && actor.kind !== 'person';
    const other = half ?? (isOne ? two.find(({ country }) => country !== actor.country)?.country : undefined);
    const state = other === actor.country ? undefined : directory.states.get(other ?? '');
    if (state !== undefined) return stateActor(state);
  }
  // "his children" are no people of a state, and who stands "at his side" is none.
  const isPerson = actor.kind === 'person' || actor.kind === 'office';
  const isSide = head.group?.kind === 'state' && !/^(?:at|by|to|from)$/.test(words.keys[at - 1] ?? '');
  if (isPerson && head.kind === 'group' && !isSide && (head.group!.kind !== 'group' || head.group!.foreign))
    return null;
  const state = actor.country === null ? undefined : directory.states.get(actor.country);
  const organisation = actor.organisation ?? (actor.kind === 'organisation' ? actor.id : undefined);
  const base = { from: 0, to: 1 } as const;
  let owner: Owner;
  if (state !== undefined)
    owner = {
      ...base,
      country: state.code,
      organisation: null,
      label: state.adjective,
      actor: head.kind === 'body' ? governmentActor(state) : stateActor(state),
      form: 'name',
    };
  else if (organisation !== undefined)
    owner = { ...base, country: null, organisation, label: actor.name, actor, form: 'organisation' };
  else return null;
  if (head.kind === 'title' && !head.plural && !head.former && head.sought !== true) {
    const holder = lastHolder(story, head, owner.country, span);
    if (holder !== null) return holder.mention.actor;
  }
  return headActor(story.reader, owner, head);
}
