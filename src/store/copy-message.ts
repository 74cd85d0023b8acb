import type { Message } from '../message.ts';
import type { FirstOfCopies } from './copies.ts';

/**
 * Says that a report is a near copy. Made when it is asked for and not stored: which of them is the first can change
 * with every report that comes.
 */
export function copyMessage({ id, publishedOn, similarity, samePage }: FirstOfCopies): Message {
  const share = `${Math.floor(similarity * 100)} % of their runs of four words are shared`;
  return samePage
    ? {
        rule: 'store/other-version',
        severity: 'note',
        text: `another version of report ${id} of ${publishedOn}, from the same address: ${share}`,
      }
    : {
        rule: 'store/near-copy',
        severity: 'note',
        text: `a near copy of report ${id} of ${publishedOn}: ${share}`,
      };
}
