import type { NamedWords, Sentence, Word } from '../language/sentence.ts';
import type { Report, Span } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import { findActors } from './find-actors.ts';
import { shapedName } from './name-shapes.ts';
import { slugOf } from './people.ts';
import { type PlacedName, placeOf } from './place-names.ts';
import { longestMatch } from './trie.ts';
import { keyOf, readWords } from './words.ts';

/**
 * Adds the persons and organisations whom no table lists but the words of the sentence make likely, with their country
 * where an adjective, an apposition or "of" gives it. In text order; sentences whose capitals are all found cost a look.
 */
export function addProposedNames(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
  directory: ActorDirectory,
): ActorMention[] {
  const added: ActorMention[] = [];
  const dropped = new Set<ActorMention>();
  /** Who was proposed by full name, by family name. */
  const met = new Map<string, Actor>();
  let next = 0;
  for (const sentence of sentences) {
    while (next < mentions.length && mentions[next]!.end <= sentence.start) next++;
    const own: ActorMention[] = [];
    for (let i = next; i < mentions.length && mentions[i]!.start < sentence.end; i++) own.push(mentions[i]!);
    const names = hasOpenRun(report.text, sentence, own) ? sentence.names : [];
    if (names.length === 0 && met.size === 0) continue;
    let end = sentence.start;
    for (const proposed of withFamilies(sentence.words, names, met)) {
      const name = shapedName(sentence, proposed);
      const span = name === null ? null : spanOf(sentence.words, name);
      if (name === null || span === null || span.start < end) continue;
      const inside = own.filter((mention) => mention.start < span.end && span.start < mention.end);
      if (!inside.every((mention) => isPartOfName(report.text, mention, name, span))) continue;
      const written = report.text.slice(span.start, span.end);
      const known = name.to - name.from === 1 ? met.get(keyOf(written)) : undefined;
      if (known === undefined && (!isTelling(sentence, name) || isListed(directory, written))) continue;
      const placed = placeOf(report.text, sentence, span, name.kind === 'person', own);
      const actor = known ?? actorOf(written, name, inside[0]?.actor.country ?? placed.country, placed);
      for (const mention of placed.takesIn === undefined ? inside : [...inside, placed.takesIn])
        dropped.add(mention);
      if (name.kind === 'person' && known === undefined)
        met.set(familyOf(report.text, sentence.words, name), actor);
      added.push({ start: placed.start, end: placed.end, actor, via: 'name', rule: 'actors/proposed-name' });
      end = placed.end;
    }
  }
  if (added.length === 0) return [...mentions];
  // "Ana Prado arrived. She ...": who has been proposed may be meant further on.
  if (added.some((mention) => isReferredTo(report, mention)))
    return findActors(report, sentences, directory, added);
  return [...mentions.filter((mention) => !dropped.has(mention)), ...added].sort((a, b) => a.start - b.start);
}

/** How far behind a name a pronoun may mean it. */
const PRONOUN_REACH = 400;

function isReferredTo({ text }: Report, { actor, start, end }: ActorMention): boolean {
  if (actor.kind !== 'person') return false;
  // Who speaks may be placed by the only state of the report.
  if (
    actor.country === null &&
    (/^ (?:said|says|told) /.test(text.slice(end, end + 6)) ||
      /\bsaid $/.test(text.slice(Math.max(0, start - 6), start)))
  )
    return true;
  return /\b(?:he|she|his|hers?|him)\b/i.test(text.slice(end, end + PRONOUN_REACH));
}

/** The names of a sentence, and the family names alone of those met before. */
function withFamilies(
  words: readonly Word[],
  names: readonly NamedWords[],
  met: ReadonlyMap<string, Actor>,
): readonly NamedWords[] {
  if (met.size === 0) return names;
  const alone = words.flatMap(({ form }, at): NamedWords[] =>
    met.has(keyOf(form)) && !names.some(({ from, to }) => from <= at && at < to)
      ? [{ kind: 'person', from: at, to: at + 1 }]
      : [],
  );
  return [...names, ...alone].sort((a, b) => a.from - b.from);
}

/** Whether two words with a capital and no mention on them stand together, or with "of", "bin" or the like between. */
function hasOpenRun(text: string, { words }: Sentence, own: readonly ActorMention[]): boolean {
  let mention = 0;
  /** Words since the last open capital. */
  let since = Number.POSITIVE_INFINITY;
  for (const { start, end } of words) {
    while (mention < own.length && own[mention]!.end <= start) mention++;
    const isOpen = mention === own.length || own[mention]!.start >= end;
    if (isOpen && isCapital(text.charCodeAt(start))) {
      if (since <= LONGEST_JOINER) return true;
      since = 0;
    } else since++;
  }
  return false;
}

/** "of the", "bin": words between two parts of a name. */
const LONGEST_JOINER = 2;

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x17f);
}

/** "Chile" in "Bar Council of Chile", "American" in "American Geophysical Union": the state names no actor there. */
function isPartOfName(
  text: string,
  { start, end, rule }: ActorMention,
  { kind }: NamedWords,
  span: Span,
): boolean {
  if (kind !== 'organisation' || start < span.start || end > span.end) return false;
  if (rule === 'actors/demonym') return end < span.end;
  return (
    rule === 'actors/state-name' &&
    (start === span.start || /of (?:the )?$/.test(text.slice(span.start, start)))
  );
}

/** A single word could be anything. */
function isTelling({ words }: Sentence, { from, to }: NamedWords): boolean {
  if (to - from < 2) return false;
  // "Crans-Montana" is one word.
  if (to - from === 3 && words[from + 1]!.form === '-') return false;
  const letters = words.slice(from, to).every(({ form }) => /^[\p{L}\p{M}&'’.-]+$/u.test(form));
  return letters && words.slice(from, to).some(({ form }) => /^\p{Lu}\p{Ll}/u.test(form));
}

/** "Foreign Ministry", "Prime Minister": a name that the tables know and that nothing here has settled. */
function isListed({ phrases }: ActorDirectory, written: string): boolean {
  const words = readWords(written, [{ start: 0, end: written.length }]);
  return longestMatch(phrases, words, 0)?.end === words.keys.length;
}

function spanOf(words: readonly Word[], { from, to }: NamedWords): Span {
  return { start: words[from]!.start, end: words[to - 1]!.end };
}

function familyOf(text: string, words: readonly Word[], { to }: NamedWords): string {
  const { start, end } = words[to - 1]!;
  return keyOf(text.slice(start, end));
}

function actorOf(written: string, { kind }: NamedWords, country: string | null, placed: PlacedName): Actor {
  const name = written.replace(/\s+/g, ' ');
  const { organisation, office, sector } = placed;
  const type = kind === 'person' ? 'person' : 'organisation';
  const business = sector ?? (kind === 'person' ? 'CVL' : sectorOf(name));
  return {
    id: `${type}/${slugOf(name)}`,
    kind: type,
    name,
    country,
    ...(organisation === undefined ? {} : { organisation }),
    ...(business === undefined ? {} : { sector: business }),
    ...(office === undefined ? {} : { office }),
  };
}

const SECTORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EDU: 'university universities college school institute academy',
    PTY: 'party',
    JUD: 'court tribunal',
    COP: 'police',
    MIL: 'army brigade battalion regiment navy',
    REB: 'front brigades militia militias',
    GOV: 'ministry department commission agency authority administration council office bureau',
    LEG: 'parliament assembly senate congress',
    BUS: 'company corporation corp inc ltd plc bank airlines airways industries holdings group motors energy oil steel',
    JRN: 'times post news herald tribune journal gazette daily television radio tv press',
  }).flatMap(([sector, words]) => words.split(' ').map((word): [string, string] => [word, sector])),
);

/** PLOVER's sector by the kind of thing that an organisation's name says it is; unknown where it says none. */
function sectorOf(name: string): string | undefined {
  const words = keyOf(name).split(' ');
  return SECTORS.get(words.at(-1)!) ?? SECTORS.get(words[0]!);
}
