/** How much fits. Beyond it pictures are refused; nothing is ever cut. */
export const PICTURE_LIMITS = {
  /** Bytes of one picture: 10 MB. */
  bytes: 10_000_000,
  /** Bytes of all pictures in a folder: 2 GB. */
  folderBytes: 2_000_000_000,
  /** Bytes of all pictures of a store in memory. */
  memoryBytes: 100_000_000,
  /** What a picture counts at least towards those: about what a small file takes of a disk. */
  leastBytes: 4096,
  /** Days for which a picture is kept after it was last sent. */
  keptDays: 365,
  /** Pictures removed in one step of pruning, so that nobody waits for long. */
  pruneSize: 500,
} as const;
