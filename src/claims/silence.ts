import { childBy, lemmaOf, type Reading } from './reading.ts';

/** "declined to comment", "refused to say": what they keep silent about. */
const SILENT = /^(comment|say|answer|respond|reply|elaborate|discuss|confirm|disclose|speculate)$/;

/** "declined to comment": no refusal of anything but words. */
export function isSilence(reading: Reading, cue: number): boolean {
  const silent = childBy(reading, cue, 'xcomp');
  return (
    /^(decline|refuse)$/.test(lemmaOf(reading, cue)) &&
    silent !== null &&
    SILENT.test(lemmaOf(reading, silent))
  );
}
