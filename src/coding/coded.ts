import type { Coding } from '../pipeline.ts';

/** What became of one report: what it says, or why it could not be read, which is a fault of ours. */
export type Coded = { readonly coding: Coding } | { readonly fault: string };
