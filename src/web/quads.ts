import type { CodebookAnswer } from '../serve/answers.ts';
import { useAnswer } from './api.ts';

/** What the types of the codebook mean; null until it has come. */
export function useCodebook(): CodebookAnswer | null {
  return useAnswer<CodebookAnswer>('/v1/codebook').answer;
}

/** The quad class of each type. */
export function useQuads(): Readonly<Record<string, number>> | null {
  const codebook = useCodebook();
  if (codebook === null) return null;
  return Object.fromEntries(Object.entries(codebook.types).map(([type, { quad }]) => [type, quad]));
}
