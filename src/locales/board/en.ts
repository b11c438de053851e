/** Words of the board of reports, and of timers that came too late. */
export const board = {
  'reached.too-late':
    'I was to ask you {when} whether somebody has your report {reference}, but was out of service until now. It still does not count as received. Is it as urgent as it was? Then call now:',
  'reached.not-asked':
    'Your IT department has switched off my question about {reference}. The report does not count as received yet: “Who do I call now?” tells you whom to call.',
};
