/** The words of status pages, feeds and calendars in English; the other catalogues have the same keys. */
export const status = {
  'status.title': 'Operating status',
};
