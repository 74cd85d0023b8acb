import type { Span } from '../report.ts';
import { publishingState } from './issuers.ts';
import { antecedentsSince, type Story, type Told, toldSince } from './story.ts';

/**
 * The only state that acts in the report so far, else the only one of this sentence and the one before, else the one whose
 * government publishes it: "The President" of its releases is its own.
 */
export function onlyHome(story: Story, at: number): string | null {
  const sentence = story.reader.words.sentences[at]!;
  const only = onlyCountrySince(story, 0) ?? onlyCountrySince(story, sentence - 1);
  return only ?? publishingState(story.reader.report, story.reader.directory)?.country ?? null;
}

/** The only state that acts from a sentence on, as far as the report has been read; null where there are more or none. */
export function onlyCountrySince(story: Story, sentence: number): string | null {
  let only: string | null = null;
  for (const told of toldSince(story, sentence)) {
    const country = countryOf(told);
    if (country === null) continue;
    if (only !== null && only !== country) return null;
    only = country;
  }
  return only;
}

/** Who reports it says nothing of whose it is. */
function countryOf({ mention: { actor } }: Told): string | null {
  const { country, sector, kind } = actor;
  return kind === 'organisation' || sector === 'JRN' ? null : country;
}

/**
 * The state that a title or body without a country belongs to: that of the last subject of the sentence, else of the
 * last one named in it, else of the first subject of the sentence before; else the one most named in the report.
 */
export function nearestHome(story: Story, at: number): string | null {
  return actingNear(story, at) ?? leadingCountries(story)[0]?.country ?? null;
}

/** The same without the report as a whole: whoever acts in this sentence or the one before. */
export function actingNear(story: Story, at: number): string | null {
  const sentence = story.reader.words.sentences[at]!;
  const recent = antecedentsSince(story, sentence - 1, at).filter(
    (told) =>
      countryOf(told) !== null &&
      told.mention.rule !== 'actors/demonym' &&
      told.mention.rule !== 'actors/capital-as-place',
  );
  const here = recent.filter((told) => told.sentence === sentence);
  const before = recent.filter((told) => told.sentence === sentence - 1);
  const found =
    here.findLast(({ subject }) => subject) ??
    here.at(-1) ??
    before.find(({ subject }) => subject) ??
    before.at(-1);
  return found === undefined ? null : countryOf(found);
}

/** The state whose body acts in this sentence: "Congress may let the president ...". */
export function actingCountry(story: Story, at: number): string | null {
  const found = toldSince(story, story.reader.words.sentences[at]!).findLast(
    ({ subject, mention: { actor } }) => subject && (actor.kind === 'state' || actor.kind === 'government'),
  );
  return found?.mention.actor.country ?? null;
}

/** The countries of a report, most often named first; a capital where something happens does not count. */
export function leadingCountries(story: Story): NonNullable<Story['leading']> {
  if (story.leading !== undefined) return story.leading;
  const counts = new Map<string, { count: number; span: Span }>();
  for (const { actor, start, end, rule } of story.drafts) {
    const country = actor?.country;
    if (country === null || country === undefined || rule === 'actors/capital-as-place') continue;
    // Who reports it says nothing of what it is about.
    if (actor!.kind === 'organisation' || actor!.sector === 'JRN') continue;
    const known = counts.get(country);
    if (known === undefined) counts.set(country, { count: 1, span: { start, end } });
    else known.count++;
  }
  story.leading = [...counts]
    .sort(([, a], [, b]) => b.count - a.count || a.span.start - b.span.start)
    .map(([country, { count, span }]) => ({ country, count, span }));
  return story.leading;
}

/** Whether a report is about two states: it names them far more often than any other. */
export function twoLead(story: Story): boolean {
  const [, second, third] = leadingCountries(story);
  return second !== undefined && (third === undefined || second.count >= 2 * third.count);
}
