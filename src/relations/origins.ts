import { compare, type Told } from './coded.ts';

/** Sources that speak for their state, whoever of them it is. */
const OFFICIAL: ReadonlySet<string> = new Set([
  'named-official',
  'unnamed-officials',
  'spokesperson',
  'government',
  'document',
]);

/**
 * Where a claim comes from in the end. Of the report's own words that is whoever published them first; of what
 * somebody said, the speaker: a government is one origin, however many of its officials are quoted in however many
 * papers.
 */
function originOf({ claim: { source }, report }: Told): string {
  const { kind, actor, asWritten, via } = source;
  if (kind === 'narrator')
    return report.copyOf?.publisher ?? report.copyOf?.id ?? report.publisher ?? report.id;
  if (OFFICIAL.has(kind) && actor?.country) return `government of ${actor.country}`;
  return actor?.name ?? via.at(-1) ?? asWritten ?? report.publisher ?? report.id;
}

/** The independent origins of what several claims tell, in alphabetical order. */
export function originsOf(told: Iterable<Told>): string[] {
  const origins = new Set<string>();
  for (const one of told) origins.add(originOf(one));
  return [...origins].sort(compare);
}
