import type { Correction } from '../../relations/correction.ts';
import { safeText } from './safe-text.ts';

/** When it was said, what, and why, by whom; a word that newer ones leave no room for says so. */
export function correctionRow(said: Correction, overruled: ReadonlySet<Correction>): string[] {
  const by = said.by === null ? '' : ` — ${safeText(said.by)}`;
  const holds = overruled.has(said) ? ' (overruled)' : '';
  return [said.recordedAt.slice(0, 10), said.action, whatOf(said), `${safeText(said.reason)}${by}${holds}`];
}

function whatOf(said: Correction): string {
  switch (said.action) {
    case 'withdraw':
      return said.claim ?? said.report;
    case 'change':
      return `${said.claim} ${safeText(JSON.stringify(said.change))}`;
    default:
      return said.claims.join(' ');
  }
}
