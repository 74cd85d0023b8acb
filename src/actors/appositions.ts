import type { Head, Owner } from './draft.ts';
import { closes, type Found, one } from './found.ts';
import { hintsOf } from './head-actors.ts';
import { headAt, ownerOfTitle } from './heads.ts';
import { learnName, type Name } from './names.ts';
import { ownerOf } from './owners.ts';
import { NO_HINTS, withTitle } from './persons.ts';
import { isPlace, matchAt, type Reader } from './reader.ts';
import { BREAK, CAPITAL, COMMA, POSSESSIVE, SPACE } from './words.ts';

/** "Qin Gang, China's foreign minister,": title and name are one. */
export function withApposition(reader: Reader, at: number, name: Name): Found {
  const { actor: known } = name;
  const apposed = appositionAfter(reader, name.to);
  if (apposed !== null) {
    const { owner, head } = apposed;
    const hints = hintsOf(ownerOfTitle(owner, head), head);
    const fits =
      (hints.country === null && hints.organisation === null) ||
      (known.country === null && known.organisation === undefined) ||
      hints.country === name.actor.country ||
      (hints.organisation !== null && hints.organisation === name.actor.organisation);
    if (fits) {
      const actor = withTitle(known, hints);
      return one(reader, at, head.to, actor, 'apposition', 'actors/name-apposition', hints.country, head.to);
    }
  }
  return one(reader, at, name.to, name.actor, 'name', name.rule, null, name.to);
}

/** "Liu, a professor at Tsinghua University," teaches a person. */
export function strangerWithApposition(reader: Reader, at: number): Found | null {
  const { words } = reader;
  if (words.gaps[at] !== BREAK && at > 0 && isPlace(words, at)) return null;
  const name = learnName(reader, at, NO_HINTS, false);
  if (name === null || words.gaps[name.to] !== COMMA) return null;
  const apposed = appositionAfter(reader, name.to);
  if (apposed === null || apposed.head.titles.length === 0) return null;
  const hints = hintsOf(ownerOfTitle(apposed.owner, apposed.head), apposed.head);
  const learnt = learnName(reader, at, hints);
  if (learnt === null) return null;
  return one(
    reader,
    at,
    apposed.head.to,
    learnt.actor,
    'apposition',
    'actors/learnt-apposition',
    null,
    apposed.head.to,
  );
}

/** ", the Chinese foreign minister," after a name. */
function appositionAfter(reader: Reader, at: number): { owner: Owner | null; head: Head } | null {
  const { words, directory } = reader;
  if (words.gaps[at] !== COMMA) return null;
  const article = /^(?:the|a|an)$/.test(words.keys[at]!);
  const from = article ? at + 1 : at;
  const match = matchAt(reader, from);
  const first = match === null ? null : ownerOf(directory, match, from);
  const owner = first !== null && !match!.entries.some(({ kind }) => kind === 'title') ? first : null;
  if (owner !== null && owner.form === 'people') return null;
  const head = headAt(reader, owner?.to ?? from, owner !== null);
  if (
    head === null ||
    head.kind !== 'title' ||
    head.plural ||
    !head.titles.every(({ office }) => office.id !== 'courtesy')
  )
    return null;
  if (owner === null && !article && head.of === null) return null;
  if (words.forms[head.to - 1]! & POSSESSIVE) return null;
  // "Blinken, Chinese Foreign Minister Qin Gang and ...": the title has a name of its own.
  if (words.gaps[head.to] === SPACE && (words.forms[head.to]! & CAPITAL) !== 0) return null;
  return closes(reader, head.to) || words.gaps[head.to] === SPACE ? { owner, head } : null;
}
