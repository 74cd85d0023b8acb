/** Why a ledger cannot be used, in a way the user can mend. */
export class LedgerError extends Error {
  readonly kind: 'missing' | 'foreign' | 'newer' | 'unusable';

  constructor(kind: LedgerError['kind'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LedgerError';
    this.kind = kind;
  }
}
