import { chatStage } from './chat-stage.ts';
import { coreStage } from './core-stage.ts';
import { playgroundStage } from './playground-stage.ts';
import { slackSocketStage, slackStage } from './slack-stage.ts';
import type { StageMaker } from './stage.ts';
import { teamsStage } from './teams-stage.ts';

/** Every channel that a journey goes through. `JOURNEYS_THROUGH='the core'` for one of them. */
export const STAGES: readonly StageMaker[] = [
  coreStage,
  chatStage,
  playgroundStage,
  teamsStage,
  slackStage,
  slackSocketStage,
].filter(({ name }) => process.env.JOURNEYS_THROUGH === undefined || process.env.JOURNEYS_THROUGH === name);
