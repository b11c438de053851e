import { z } from 'zod';

/** `1` is yes; `0` or nothing is no. Words are refused: what "no" means is too easily taken for yes. */
export const flag = z
  .enum(['0', '1'], 'is neither 1 nor 0; write 1 for yes, or remove it')
  .transform((text) => text === '1')
  .default(false);
