import type { Ledger } from '../store/ledger.ts';
import type { ClaimBook } from './show/blocks.ts';

/** Looks claims up in a ledger, each once. */
export function bookOf(ledger: Ledger): ClaimBook {
  const claims = new Map<string, ReturnType<ClaimBook['claimOf']>>();
  const shortIds = new Map<string, string>();
  return {
    claimOf(id) {
      if (!claims.has(id)) claims.set(id, ledger.claim(id));
      return claims.get(id) ?? null;
    },
    reportOf(id) {
      return ledger.report(id)?.report ?? null;
    },
    shortId(id) {
      let short = shortIds.get(id);
      if (short === undefined) shortIds.set(id, (short = ledger.shortClaimId(id)));
      return short;
    },
  };
}
