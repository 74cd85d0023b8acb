import type { Span } from '../report.ts';
import type { Likelihood, Polarity, Status } from './claim.ts';
import type { Effect } from './codebook.ts';

/** How real something is, and the rule and word that decided it. */
export interface Reality {
  readonly status: Status;
  readonly polarity: Polarity;
  readonly mood?: 'feared' | 'hoped';
  readonly likelihood?: Likelihood;
  readonly rule: string;
  readonly span?: Span;
}

export function isOpen({ status }: Reality): boolean {
  return status !== 'happened' && status !== 'ongoing';
}

export function negate(reality: Reality): Reality {
  return { ...reality, polarity: reality.polarity === 'negative' ? 'positive' : 'negative' };
}

/** What a governing word makes of what it governs: "plans to", "failed to", "fears of". */
export function applyEffect(own: Reality, effect: Effect): Reality {
  switch (effect) {
    case 'planned':
    case 'expected':
    case 'possible':
    case 'wanted':
    case 'conditional':
      return { ...own, status: effect };
    case 'expected-not':
      return { ...own, status: 'expected', polarity: 'negative' };
    case 'feared':
    case 'hoped':
      return { ...own, status: own.status === 'expected' ? 'expected' : 'possible', mood: effect };
    case 'attempted':
      return { ...own, status: 'wanted' };
    case 'threatened':
      return { ...own, status: 'possible' };
    case 'not-happened':
      return negate({ ...own, status: 'happened' });
    case 'stopped':
      return { ...own, status: 'ongoing' };
    case 'happened':
      return own.status === 'wanted' ? { ...own, status: 'happened' } : own;
    case 'reported':
      return own;
  }
}

/** What a governing word makes of what it governs, itself being denied or open. */
export function compose(
  own: Reality,
  effect: Effect,
  above: Reality,
  by: Span,
  { isNoun }: { readonly isNoun: boolean },
): Reality {
  // "asked to stop interfering", "did not stop interfering": that it went on is taken for granted either way.
  if (effect === 'stopped') return { ...own, status: 'ongoing', rule: 'status/presupposed', span: by };
  const applied: Reality = { ...applyEffect(own, effect), rule: `status/governed-${effect}`, span: by };
  if (above.polarity === 'negative') {
    // "did not expect a breakthrough" expects none; "did not rule out talks" leaves them possible.
    if (effect === 'not-happened') return { ...applied, status: 'possible', polarity: own.polarity };
    // "denied the claim that it attacked" says it did not; "did not say that it attacked" says nothing of it.
    if (effect === 'reported') return isNoun ? negate({ ...applied, status: above.status }) : applied;
    return { ...negate({ ...applied, polarity: own.polarity }) };
  }
  const taken = above.status === 'possible' || above.status === 'conditional' || above.status === 'wanted';
  return taken && !isOpen(applied) ? { ...applied, status: above.status } : applied;
}

/** What is done to something that is itself only planned, possible or wanted is no more real than that. */
export function inherit(own: Reality, above: Reality): Reality {
  return { ...above, polarity: own.polarity === above.polarity ? 'positive' : 'negative' };
}
