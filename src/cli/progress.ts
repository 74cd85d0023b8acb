const WIDTH = 24;
const EVERY_MS = 100;

/**
 * A line on stderr that is drawn over itself: how many reports, how fast. Draws nothing where nobody watches.
 * The clock only paces the drawing.
 */
export class Progress {
  readonly #watched: boolean;
  readonly #startedMs: number = performance.now();
  #drawnMs: number = this.#startedMs;
  #shown = false;

  constructor(watched: boolean) {
    this.#watched = watched;
  }

  update(done: number): void {
    const nowMs = performance.now();
    if (!this.#watched || nowMs - this.#drawnMs < EVERY_MS) return;
    this.#drawnMs = nowMs;
    this.#shown = true;
    const perSecond = Math.round((done * 1000) / (nowMs - this.#startedMs));
    const at = Math.floor(done / 50) % WIDTH;
    const bar = `${'·'.repeat(at)}━━${'·'.repeat(WIDTH - at)}`;
    process.stderr.write(`\r\x1b[K${bar} ${done} reports, ${perSecond}/s`);
  }

  /** Takes the line away, so that other words can be written. */
  clear(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}
