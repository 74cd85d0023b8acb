import type { ActorMention } from '../actors/actor.ts';
import { contains } from '../report.ts';
import type { SourceKind } from './claim.ts';
import type { Codebook } from './codebook.ts';
import { childBy, childrenBy, lemmaOf, type Reading, tokensIn } from './reading.ts';

/** What kind of source a nominal is, by the actor it names and the nouns in it; the public where nothing tells. */
export function sourceKindOf(
  reading: Reading,
  codebook: Codebook,
  node: number,
  named: readonly ActorMention[],
): SourceKind {
  const words = [node, ...childrenBy(reading, node, 'compound', 'appos', 'amod', 'nmod', 'flat', 'conj')];
  const mention = named.find((candidate) => contains(candidate, reading.tokens[node]!));
  const nouns = (mention === undefined ? words : [...words, ...tokensIn(reading.tokens, mention)])
    .map((word) => codebook.sourceNouns.get(lemmaOf(reading, word)))
    .filter((kind) => kind !== undefined);
  if (mention === undefined) {
    const of = /^(DET|NUM|PRON)$/.test(reading.tokens[node]!.upos)
      ? childBy(reading, node, 'nmod', 'obl')
      : null;
    const kind = codebook.sourceNouns.get(lemmaOf(reading, of ?? node));
    if (kind === 'named-official') return 'unnamed-officials';
    if (kind !== undefined) return kind;
    return isDocument(reading, codebook, node) ? 'document' : 'public';
  }
  const { actor } = mention;
  switch (actor.kind) {
    case 'person':
      if (nouns.includes('spokesperson') || actor.office?.includes('spokes')) return 'spokesperson';
      // "Marta Rojas said": nobody knows who she is.
      if (mention.rule === 'actors/proposed-name' && actor.office === undefined) return nouns[0] ?? 'public';
      if (actor.office !== undefined || actor.sector !== undefined) return 'named-official';
      return nouns[0] ?? 'named-official';
    case 'office':
      return nouns.includes('spokesperson') ? 'spokesperson' : 'unnamed-officials';
    case 'group':
      return nouns[0] ?? 'unnamed-officials';
    case 'people':
      return nouns[0] ?? 'public';
    case 'organisation':
      return actor.sector === 'JRN' || nouns.includes('media') ? 'media' : 'organisation';
    default:
      return 'government';
  }
}

/** "the statement said", "a survey found". */
export function isDocument(reading: Reading, codebook: Codebook, node: number): boolean {
  const kind = codebook.cues.get(`${lemmaOf(reading, node)}/noun`)?.[0]?.kind;
  return kind === 'show' || kind === 'say';
}
