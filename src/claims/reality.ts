import type { Span } from '../report.ts';
import type { Likelihood, Polarity, Status } from './claim.ts';
import type { Effect } from './codebook.ts';

/** How real something is, and the rule and word that decided it. */
export interface Reality {
  readonly status: Status;
  readonly polarity: Polarity;
  readonly mood?: 'feared' | 'hoped';
  readonly likelihood?: Likelihood;
  /** It lies in the past, however sure it is: "may have attacked". */
  readonly behind?: boolean;
  readonly rule: string;
  readonly span?: Span;
}

/**
 * How the words stand that tell of an act: a finite verb speaks for itself, the others take their reality from
 * above. A noun that names an act counts as a participle.
 */
export type Form = 'finite' | 'infinitive' | 'participle';

export interface FormedReality extends Reality {
  readonly form: Form;
}

export function isOpen({ status }: Reality): boolean {
  return status !== 'happened' && status !== 'ongoing';
}

export function negate<T extends Reality>(reality: T): T {
  return { ...reality, polarity: reality.polarity === 'negative' ? 'positive' : 'negative' };
}

/** What a governing word makes of what it governs, where it stands itself as a fact: "plans to", "failed to". */
export function applyEffect(own: FormedReality, effect: Effect): Reality {
  switch (effect) {
    case 'planned':
    case 'expected':
    case 'possible':
    case 'conditional':
      return { ...own, status: effect };
    case 'wanted':
    case 'attempted':
      return { ...own, status: 'wanted' };
    case 'decided':
      return { ...own, status: 'planned' };
    case 'threatened':
      return { ...own, status: 'possible' };
    case 'expected-not':
      return { ...own, status: 'expected', polarity: 'negative' };
    case 'feared':
    case 'hoped':
      return { ...own, status: own.status === 'expected' ? 'expected' : 'possible', mood: effect };
    case 'called-off':
      return negate({ ...own, status: 'happened' });
    case 'not-happened':
    case 'left-undone':
      return negate({ ...own, status: own.form === 'infinitive' ? 'happened' : own.status });
    case 'stopped':
    case 'happened':
    case 'undertaken':
    case 'presupposed':
    case 'believed':
    case 'reported':
      return own.rule === 'status/infinitive' ? { ...own, status: 'happened' } : own;
  }
}

/** What a governing word makes of what it governs, itself being a fact, denied or open. */
export function compose(
  own: FormedReality,
  effect: Effect,
  above: Reality,
  by: Span,
  { isNoun }: { readonly isNoun: boolean },
): Reality {
  const applied: Reality = { ...applyEffect(own, effect), rule: `status/governed-${effect}`, span: by };
  const denied = above.polarity === 'negative';
  switch (effect) {
    case 'stopped':
      // "asked to stop interfering", "did not stop interfering": that it went on is taken for granted either way.
      return {
        ...applied,
        status: denied || isOpen(above) ? 'ongoing' : 'happened',
        rule: 'status/presupposed',
      };
    case 'presupposed':
      // "does not regret attacking" takes the attack for granted; "would be glad to meet" does not the meeting.
      if (own.form === 'infinitive') return asAbove(applied, above);
      return above.status === 'conditional' ? { ...applied, status: 'conditional' } : applied;
    case 'happened':
      if (own.form !== 'finite') return asAbove(applied, above);
      // "did not confirm that it attacked" leaves it open.
      return denied ? { ...applied, status: 'possible' } : asOpenAs(own, applied, above);
    case 'undertaken':
      // "flew there to meet" tells of a meeting, "flies there to meet" of a plan.
      if (isOpen(above) || denied) return asAbove(applied, above);
      return above.behind ? applied : { ...applied, status: 'planned' };
    case 'left-undone':
      if (own.form !== 'finite') return asAbove(applied, above);
      return denied
        ? { ...applied, status: 'possible', polarity: own.polarity }
        : asOpenAs(own, applied, above);
    case 'not-happened':
    case 'called-off':
      // "did not rule out talks" leaves them possible.
      if (denied) return { ...applied, status: 'possible', polarity: own.polarity };
      return asOpenAs(own, applied, above);
    case 'believed':
      if (denied) return negate(applied);
      return own.form === 'finite' ? applied : asOpenAs(own, applied, above);
    case 'reported':
      // "denied the claim that it attacked" says it did not; "did not say that it attacked" says nothing of it.
      if (denied) return isNoun ? negate({ ...applied, status: above.status }) : applied;
      // "may say that it attacked" has not been said; "would say that it attacked" is a way of saying so.
      return own.form === 'finite' && above.status !== 'possible' ? applied : asOpenAs(own, applied, above);
    case 'wanted':
      // "rebuffed calls to leave", "declined a request to help": the wish stands.
      if (denied && isNoun && /^status\/governed-/.test(above.rule)) return applied;
      return denied ? negate({ ...applied, polarity: own.polarity }) : applied;
    default:
      // "did not expect a breakthrough" expects none.
      if (denied) return negate({ ...applied, polarity: own.polarity });
      return applied;
  }
}

/** What is done to something that is itself only planned, possible or wanted is no more real than that. */
export function inherit(own: Reality, above: Reality): Reality {
  return {
    ...above,
    polarity: own.polarity === above.polarity ? 'positive' : 'negative',
    // A purpose stays one all the way down.
    rule: /undertaken|attempted/.test(above.rule) ? above.rule : 'status/within-open',
  };
}

/** What is managed, begun or forced is as real as the managing. */
function asAbove(applied: Reality, above: Reality): Reality {
  const { behind: _, ...rest } = applied;
  return {
    ...rest,
    status: above.rule === 'status/standing' ? applied.status : above.status,
    ...(above.mood === undefined ? {} : { mood: above.mood }),
    ...(above.behind === undefined ? {} : { behind: above.behind }),
    polarity: applied.polarity === above.polarity ? 'positive' : 'negative',
  };
}

/**
 * "may show that it attacked" is no more sure than the showing, "will show that it attacked" takes the attack for
 * granted, and whoever is asked to say so, or can, holds it for true.
 */
function asOpenAs(own: FormedReality, applied: Reality, above: Reality): Reality {
  if (!isOpen(above) || isOpen(applied)) return applied;
  if (own.form === 'finite' && above.status !== 'possible' && above.status !== 'conditional') return applied;
  return { ...applied, status: above.status };
}
