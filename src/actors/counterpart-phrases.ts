import type { Counterpart, Head, Owner } from './draft.ts';
import { closes, type Found, one } from './found.ts';
import { hintsOf } from './head-actors.ts';
import { headAt } from './heads.ts';
import { findName, learnName, type Name } from './names.ts';
import { ownerOf } from './owners.ts';
import type { Hints } from './persons.ts';
import { matchAt, type Reader } from './reader.ts';
import { COMMA, SPACE } from './words.ts';

/** "his counterpart Sergei Lavrov", "their Chinese counterparts", "Blinken's Chinese counterpart". */
export function ownCounterpart(reader: Reader, at: number): Found | null {
  const { words, directory } = reader;
  const key = words.keys[at]!;
  if (key === 'counterpart' || key === 'counterparts') {
    const head = headAt(reader, at, false)!;
    return counterpartPhrase(reader, at, null, head.of, head);
  }
  if (!/^(?:his|her|their|its)$/.test(key)) return null;
  let from = at + 1;
  if (/^(?:new|then|own|former)$/.test(words.keys[from] ?? '') && words.gaps[from] === SPACE) from++;
  if (words.gaps[from] !== SPACE) return null;
  const match = matchAt(reader, from);
  const owner = match === null ? null : ownerOf(directory, match, from);
  const head = headAt(reader, owner?.to ?? from, owner !== null);
  if (head === null || head.kind !== 'counterpart') return null;
  return counterpartPhrase(reader, at, at, owner ?? head.of, head);
}

/** "his Turkish counterpart, Turgut Ozal,": two names or more, and the phrase ends. */
function strangerAt(reader: Reader, at: number, hints: Hints): Name | null {
  const name = learnName(reader, at, hints, false);
  if (name === null || name.to < at + 2 || !closes(reader, name.to)) return null;
  return learnName(reader, at, hints);
}

export function counterpartPhrase(
  reader: Reader,
  from: number,
  pronoun: number | null,
  owner: Owner | null,
  head: Head,
): Found {
  const { words } = reader;
  const pending: Counterpart = {
    kind: 'counterpart',
    pronoun,
    country: owner?.country ?? null,
    plural: head.plural,
  };
  const after = head.of?.to ?? head.to;
  if (!head.plural) {
    const gap = words.gaps[after];
    const hints = hintsOf(owner, null);
    const name =
      gap === SPACE
        ? (findName(reader, after, hints) ?? learnName(reader, after, hints))
        : gap === COMMA
          ? (findName(reader, after, hints) ?? strangerAt(reader, after, hints))
          : null;
    if (name !== null && (gap === SPACE || closes(reader, name.to))) {
      const found = one(
        reader,
        from,
        name.to,
        name.actor,
        'apposition',
        'actors/counterpart-named',
        owner?.country ?? null,
        name.to,
      );
      return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
    }
  }
  const found = one(
    reader,
    from,
    after,
    null,
    'counterpart',
    'actors/counterpart',
    owner?.country ?? null,
    after,
  );
  return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
}
