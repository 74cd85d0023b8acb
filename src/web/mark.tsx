import type { JSX } from 'preact';
import type { Channel, Claim } from '../serve/answers.ts';

/** Fill is how real: it is so, announced, possible or wanted, did not come about. */
export type Fill = 'solid' | 'hollow' | 'dotted' | 'struck';

export function fillOf({ status, polarity }: Claim): Fill {
  if (polarity === 'negative') return 'struck';
  if (status === 'happened' || status === 'ongoing') return 'solid';
  return status === 'planned' ? 'hollow' : 'dotted';
}

/** Shape is the kind of act: round is words, four corners are deeds, pointed means conflict; a dash has no type. */
export function Mark({ quad, fill, side }: { quad: number | null; fill: Fill; side: string }): JSX.Element {
  const shape =
    quad === null ? (
      <path d="M3.5 8H12.5" />
    ) : quad === 1 ? (
      <circle cx="8" cy="8" r="5.4" />
    ) : quad === 2 ? (
      <rect x="3.1" y="3.1" width="9.8" height="9.8" />
    ) : quad === 3 ? (
      <path d="M8 2.3 14 13H2Z" />
    ) : (
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8Z" />
    );
  return (
    <svg class={`mark ${fill} ${side}`} viewBox="0 0 16 16" aria-hidden="true">
      {shape}
      {fill === 'struck' && <path class="strike" d="M1 15 15 1" />}
    </svg>
  );
}

const WIRES: Readonly<Record<Channel['state'], string>> = {
  open: 'M0 5H56',
  restricted: 'M0 5H16M20 5H36M40 5H56',
  suspended: 'M0 5H21M35 5H56M21 0V10M35 0V10',
  unknown: 'M1 5H56',
};

/** A line that is whole, broken, parted, or only dots. */
export function Wire({ state }: { state: Channel['state'] }): JSX.Element {
  return (
    <svg class={`wire ${state}`} viewBox="0 0 56 10" aria-hidden="true">
      <path d={WIRES[state]} />
    </svg>
  );
}
