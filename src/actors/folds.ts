import type { Line } from '../table.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { State } from './directory.ts';
import { stateActor } from './owners.ts';

type Folds = ReadonlyMap<string, State>;

/** Reads which states are folded into which. Throws with file and line where a code is unknown or is folded itself. */
export function readFolds(lines: readonly Line[], states: ReadonlyMap<string, State>): Folds {
  const folds = new Map<string, State>();
  const folded = new Set(lines.flatMap(({ row }) => (row['into'] === '-' ? [] : [row['code']])));
  for (const { row, where } of lines) {
    const code = row['code']!;
    const into = row['into']!;
    if (!states.has(code))
      throw new Error(`${where}: unknown state "${code}"; expected a code of states.tsv`);
    if (into === '-') continue;
    const state = states.get(into);
    if (state === undefined || folded.has(into)) {
      throw new Error(
        `${where}: "${code}" cannot count with "${into}"; expected a code of states.tsv that is not folded`,
      );
    }
    folds.set(code, state);
  }
  return folds;
}

/** The same mentions, with the folded states counted where they belong; who acts stays who it is. */
export function foldMentions(mentions: ActorMention[], folds: Folds): ActorMention[] {
  if (folds.size === 0) return mentions;
  return mentions.map((mention) => ({ ...mention, actor: foldActor(mention.actor, folds) }));
}

function foldActor(actor: Actor, folds: Folds): Actor {
  const state = actor.country === null ? undefined : folds.get(actor.country);
  if (state === undefined) return actor;
  return actor.kind === 'state' ? stateActor(state) : { ...actor, country: state.code };
}
