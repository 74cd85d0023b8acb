import type { Codebook } from './codebook.ts';
import type { FoundCue } from './cues.ts';
import {
  childBy,
  childrenBy,
  lemmaOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import { makeSaying, type Saying, told } from './saying.ts';

const STAYS = /^(remain|stay|keep|become|seem|appear|feel|sound)$/;

/** "officials are worried that", "Seoul is reluctant to": whoever is so holds what follows. */
export function adjectiveSaying(
  reading: Reading,
  codebook: Codebook,
  { cue, node, words }: FoundCue,
): Saying | null {
  const verb = reading.heads[node]!;
  // "remained silent": the verb carries the adjective as "is" does.
  const stays = verb >= 0 && relationOf(reading, node) === 'xcomp' && STAYS.test(lemmaOf(reading, verb));
  const carriers = stays
    ? [verb]
    : childrenBy(reading, node, 'cop', 'aux', 'aux:pass').filter((i) => i < node);
  if (carriers.length === 0) return null;
  const subject = childBy(reading, stays ? verb : node, 'nsubj');
  const isSomeones = subject !== null && !/^(it|this|that|there|what|which)$/.test(lemmaOf(reading, subject));
  const nodes = [...reading.children[node]!, ...(stays ? reading.children[verb]! : [])].filter(
    (child) => child > node && isContent(reading, child, cue.prepositions),
  );
  const isClause = nodes.some((child) => relationOf(reading, child) === 'ccomp');
  return nodes.length === 0
    ? null
    : makeSaying(reading, codebook, {
        cue: node,
        cueKind: cue.kind,
        content: told(
          nodes.flatMap((child) => subtreeOf(reading, child)),
          isSomeones && isClause && !cue.isKnown,
        ),
        source: isSomeones ? subject : null,
        cueWords: [...carriers, ...words],
      });
}

function isContent(reading: Reading, child: number, prepositions: readonly string[]): boolean {
  const relation = relationOf(reading, child);
  if (/^(ccomp|xcomp|csubj)$/.test(relation)) return true;
  const mark = childBy(reading, child, 'mark');
  if (relation === 'advcl') return mark !== null && /^(to|that|whether|if)$/.test(lemmaOf(reading, mark));
  return /^(obl|nmod)$/.test(relation) && prepositions.includes(prepositionOf(reading, child) ?? '');
}
