import { childBy, isUnder, markOf, type Reading, relationOf, subtreeOf } from './reading.ts';

/** The words of a clause without ", while others said", ", but he said": what is said beside it is said by others. */
export function withoutContrast(reading: Reading, clause: number): number[] {
  const beside = reading.children[clause]!.filter((child) => {
    if (child < clause || !/^(advcl|conj|parataxis)$/.test(relationOf(reading, child))) return false;
    if (markOf(reading, child) !== null)
      return /^(while|whereas)$/.test(markOf(reading, child)!) && isCutOff(reading, child);
    return isSaidByOthers(reading, child);
  });
  const words = subtreeOf(reading, clause);
  return beforeOthers(
    reading,
    words.filter((i) => !beside.some((other) => isUnder(reading, i, other))),
  );
}

/** "called it fair; his colleague spoke of": what follows a semicolon and says something is said by others. */
export function beforeOthers(reading: Reading, words: readonly number[]): number[] {
  const isSaid = words.map((i) => SAID.test(reading.tokens[i]!.form));
  const end = words.findIndex((i, at) => reading.tokens[i]!.form === ';' && isSaid.includes(true, at));
  return end < 0 ? [...words] : words.slice(0, end);
}

const SAID =
  /^(said|says|say|added|told|replied|insisted|denied|called|spoke|warned|accused|urged|rejected|described)$/;

/** "; the minister said": a verb of saying with a speaker of its own. */
export function isSaidByOthers(reading: Reading, clause: number): boolean {
  return (
    SAID.test(reading.tokens[clause]!.form) &&
    childBy(reading, clause, 'nsubj') !== null &&
    isCutOff(reading, clause)
  );
}

/** Whether a comma or a semicolon stands before a clause. */
function isCutOff(reading: Reading, clause: number): boolean {
  const words = subtreeOf(reading, clause);
  const first = words.find((i) => reading.tokens[i]!.upos !== 'PUNCT') ?? clause;
  return [first - 1, first, words[0]! - 1].some((i) => /^[,;]$/.test(reading.tokens[i]?.form ?? ''));
}
