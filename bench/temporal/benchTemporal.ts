/** A Temporal server that a burst runs on. */
export interface BenchTemporal {
  /** As the report names it. */
  name: string;
  address: string;
  namespace: string;
  /** Of the server's own process, where the bench has started it. */
  pid?: number;
  stop(): Promise<void>;
  /** For the last moment: sends the signal and does not wait. */
  kill(): void;
}

export const NAMESPACE = 'dondoc-bench';
