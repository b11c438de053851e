import { coreStage } from './core-stage.ts';
import type { StageMaker } from './stage.ts';

/** Every channel that a journey goes through. */
export const STAGES: readonly StageMaker[] = [coreStage];
