import type { Correction } from '../../relations/correction.ts';
import { safeText } from './safe-text.ts';

/** When it was said, what, and why, by whom. */
export function correctionRow(said: Correction): string[] {
  const by = said.by === null ? '' : ` — ${safeText(said.by)}`;
  return [said.recordedAt.slice(0, 10), said.action, whatOf(said), `${safeText(said.reason)}${by}`];
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
