/** @import { ClockAnswer, OrganisationsAnswer, TranscriptAnswer, TroubleAnswer } from '../wire.ts' */

/** The server said no, with its reasons. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {TroubleAnswer} answer
   */
  constructor(status, answer) {
    super(answer.error);
    this.status = status;
    this.replies = answer.replies ?? [];
  }
}

/** @returns {Promise<OrganisationsAnswer>} */
export function getOrganisations() {
  return ask('/playground/organisations');
}

/**
 * @param {Record<string, string>} query
 * @returns {Promise<ClockAnswer>}
 */
export function getClock(query) {
  return ask(`/playground/clock?${new URLSearchParams(query)}`);
}

/**
 * @param {Record<string, string>} query
 * @returns {Promise<TranscriptAnswer>}
 */
export function getTranscript(query) {
  return ask(`/playground/transcript?${new URLSearchParams(query)}`);
}

/**
 * Gives an event to the bot. The same event again does no harm.
 * @param {object} event
 */
export function postEvent(event) {
  return ask('/playground/events', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(event),
  });
}

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function ask(address, options) {
  const response = await fetch(address, options);
  const answer = await response.json().catch(() => ({ error: `HTTP ${response.status}` }));
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}
