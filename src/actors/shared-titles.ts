import type { Draft, Head, Owner } from './draft.ts';
import { type Found, one } from './found.ts';
import { hintsOf } from './head-actors.ts';
import { findName, learnName } from './names.ts';
import { ownerOf } from './owners.ts';
import { matchAt, type Reader } from './reader.ts';
import { COMMA, SPACE } from './words.ts';

/** How many names may share a title. */
const MOST = 6;

/** "Foreign Ministers Wang Yi and Sergei Lavrov", "presidents Boric of Chile and Lula of Brazil": one title, two names or more. */
export function namesOfTitle(reader: Reader, owner: Owner | null, head: Head): Found | null {
  const { words } = reader;
  const drafts: Draft[] = [];
  let at = head.to;
  while (drafts.length < MOST) {
    const plain = hintsOf(owner, head);
    const known = findName(reader, at, plain) ?? learnName(reader, at, plain, false);
    if (known === null) break;
    const place = owner === null ? placeAfter(reader, known.to) : null;
    const hints = hintsOf(place ?? owner, head);
    const name =
      place === null && known.rule !== 'actors/learnt-name'
        ? known
        : (findName(reader, at, hints) ?? learnName(reader, at, hints));
    if (name === null) break;
    const country = name.actor.country;
    const rule = name.rule === 'actors/learnt-name' ? 'actors/shared-title' : name.rule;
    const to = place?.to ?? name.to;
    drafts.push(...one(reader, at, to, name.actor, 'name', rule, country, to).drafts);
    const comma = words.gaps[to] === COMMA;
    const joined = (comma || words.gaps[to] === SPACE) && words.keys[to] === 'and';
    if (!comma && !joined) break;
    at = joined ? to + 1 : to;
    if (words.gaps[at] === undefined) break;
  }
  return drafts.length < 2 ? null : { drafts, next: drafts.at(-1)!.to };
}

/** "of Chile" after a name. */
function placeAfter(reader: Reader, at: number): Owner | null {
  const { words, directory } = reader;
  if (words.keys[at] !== 'of' || words.gaps[at] !== SPACE) return null;
  const from = words.keys[at + 1] === 'the' ? at + 2 : at + 1;
  const match = words.gaps[from] === SPACE ? matchAt(reader, from) : null;
  const owner = match === null ? null : ownerOf(directory, match, from);
  return owner?.form === 'name' ? owner : null;
}
