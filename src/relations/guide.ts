import type { IssueEntry } from '../claims/issue-table.ts';
import type { Guide } from './coded.ts';

interface TypeEntry {
  readonly quad: number;
  readonly score: number;
  readonly definition: string;
  readonly modes: Readonly<Record<string, { readonly score?: number | null; readonly means: string }>>;
}

/** Makes the guide from the codebook's data/events/plover.json and its issues. */
export function readGuide(plover: string, issues: readonly IssueEntry[]): Guide {
  const { types } = JSON.parse(plover) as { types: Readonly<Record<string, TypeEntry>> };
  const entry = (type: string): TypeEntry => {
    const found = types[type];
    if (found === undefined) throw new Error(`data/events/plover.json: no type "${type}"`);
    return found;
  };
  return {
    issues: new Map(issues.map(({ id, label, level }) => [id, { label, level }])),
    types: new Map(
      Object.entries(types).map(([type, { quad, definition, modes }]) => [
        type,
        { quad, definition, modes: meaningsOf(modes) },
      ]),
    ),
    quadOf: (type) => entry(type).quad,
    scoreOf: (type, mode) => entry(type).modes[mode ?? '']?.score ?? entry(type).score,
  };
}

function meaningsOf(modes: TypeEntry['modes']): Record<string, string> {
  return Object.fromEntries(Object.entries(modes).map(([mode, { means }]) => [mode, means]));
}
