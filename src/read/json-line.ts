import type { RawReport } from './make-report.ts';

const MAX_DEPTH = 32;
const TEXT_FIELDS = ['title', 'url', 'publisherCountry', 'language', 'licence'] as const;
/** What a report that left the program carries and that is computed anew. */
const COMPUTED = new Set(['titleEnd']);

/**
 * Takes one line of JSONL apart: `{date, text, title?, url?, publisher?, ...}`. `outlet` is read as the publisher
 * and `publishedOn` as the date; a field without a name here is kept in `origin`.
 */
export function readJsonLine(
  file: string,
  line: number,
  json: string,
): RawReport | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: 'this line is not whole JSON; each line holds one object' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return {
      problem: `expected an object {"date", "text", ...}, found ${Array.isArray(value) ? 'a list' : String(value).slice(0, 40)}`,
    };
  }
  const rest: Record<string, unknown> = { ...value };
  const take = (name: string): string | undefined => {
    const found = rest[name];
    if (found === null || found === undefined) delete rest[name];
    if (typeof found !== 'string') return undefined;
    delete rest[name];
    return found;
  };
  const body = take('text');
  if (body === undefined) return { problem: 'the object has no "text"' };
  const date = take('date') ?? take('publishedOn');
  const publisher = take('publisher') ?? take('outlet');
  const fields: Record<string, string> = {};
  for (const name of TEXT_FIELDS) {
    const found = take(name);
    if (found !== undefined) fields[name] = found;
  }
  for (const name of COMPUTED) delete rest[name];
  if (isDeep(rest, 0)) return { problem: `the object is nested deeper than ${MAX_DEPTH} levels` };
  return {
    where: `${file}:${line}`,
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...fields,
    body,
    origin: { ...rest, readFrom: { file, line } },
  };
}

function isDeep(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return depth > MAX_DEPTH || Object.values(value).some((member) => isDeep(member, depth + 1));
}
