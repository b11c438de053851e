/** The words of notices of outages and maintenance windows in English; the other catalogues have the same keys. */
export const notices = {
  'notice.window': 'Planned work: {what}',
  'notice.everything': 'all systems',
};
