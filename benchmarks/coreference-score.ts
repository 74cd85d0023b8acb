/** A way to sort mentions into groups: for each mention the name of its group. */
export type Grouping = ReadonlyMap<string, string>;

/** Numerators and denominators of recall and precision; they add up over documents. */
interface Counts {
  readonly recall: readonly [number, number];
  readonly precision: readonly [number, number];
}

export type CoreferenceScores = Readonly<Record<'muc' | 'bCubed' | 'ceafE' | 'conll', number>>;

/**
 * MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), entity-based CEAF (Luo 2005) and their mean, the CoNLL
 * score, as F1 in percent over all documents. A mention that the response lacks is not found by any of its groups.
 */
export function scoreCoreference(
  documents: readonly { readonly key: Grouping; readonly response: Grouping }[],
): CoreferenceScores {
  const f1 = (count: (key: Grouping, response: Grouping) => Counts): number => {
    const total = { recall: [0, 0], precision: [0, 0] } satisfies Record<string, [number, number]>;
    for (const { key, response } of documents) {
      const { recall, precision } = count(key, response);
      for (const at of [0, 1] as const) {
        total.recall[at]! += recall[at];
        total.precision[at]! += precision[at];
      }
    }
    const [r, p] = [total.recall, total.precision].map(([of = 0, all = 0]) => (all === 0 ? 0 : of / all));
    return r! + p! === 0 ? 0 : (200 * r! * p!) / (r! + p!);
  };
  const [muc, bCubed, ceafE] = [f1(countMuc), f1(countBCubed), f1(countCeafE)];
  return { muc, bCubed, ceafE, conll: (muc + bCubed + ceafE) / 3 };
}

/** Links that hold a group together, less those that the other grouping cuts. */
function countMuc(key: Grouping, response: Grouping): Counts {
  const links = (groups: Grouping, other: Grouping): [number, number] => {
    let kept = 0;
    let all = 0;
    for (const members of groupsOf(groups)) {
      // A mention that the other lacks is a part by itself.
      const parts = new Set(members.map((mention) => other.get(mention) ?? `alone ${mention}`));
      kept += members.length - parts.size;
      all += members.length - 1;
    }
    return [kept, all];
  };
  return { recall: links(key, response), precision: links(response, key) };
}

function countBCubed(key: Grouping, response: Grouping): Counts {
  const shares = (groups: Grouping, other: Grouping): [number, number] => {
    let sum = 0;
    for (const members of groupsOf(groups)) {
      for (const mention of members) {
        const there = other.get(mention);
        if (there !== undefined)
          sum += members.filter((one) => other.get(one) === there).length / members.length;
      }
    }
    return [sum, groups.size];
  };
  return { recall: shares(key, response), precision: shares(response, key) };
}

/** The best pairing of groups, each pair worth twice its common mentions over the mentions of both. */
function countCeafE(key: Grouping, response: Grouping): Counts {
  const keys = groupsOf(key);
  const responses = groupsOf(response);
  const worth = keys.map((members) =>
    responses.map((others) => {
      const common = members.filter((mention) => others.includes(mention)).length;
      return (2 * common) / (members.length + others.length);
    }),
  );
  const best = bestPairing(worth);
  return { recall: [best, keys.length], precision: [best, responses.length] };
}

function groupsOf(grouping: Grouping): string[][] {
  return [...Map.groupBy(grouping.keys(), (mention) => grouping.get(mention)!).values()];
}

/** The greatest sum of one cell a row and a column at most (the Hungarian method on costs 1 - worth). */
function bestPairing(worth: readonly (readonly number[])[]): number {
  const size = Math.max(worth.length, worth[0]?.length ?? 0);
  const cost = (i: number, j: number) => 1 - (worth[i - 1]?.[j - 1] ?? 0);
  const u = new Array<number>(size + 1).fill(0);
  const v = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(0);
  const way = new Array<number>(size + 1).fill(0);
  for (let i = 1; i <= size; i++) {
    rowOf[0] = i;
    let column = 0;
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(size + 1).fill(false);
    do {
      used[column] = true;
      const row = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue;
        const reduced = cost(row, j) - u[row]! - v[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) {
          u[rowOf[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!;
  }
  let sum = 0;
  for (let j = 1; j <= size; j++) sum += worth[rowOf[j]! - 1]?.[j - 1] ?? 0;
  return sum;
}
