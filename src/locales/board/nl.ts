/** Words of the board of reports, and of timers that came too late. */
export const board = {
  'reached.too-late':
    'Ik had je {when} moeten vragen of iemand je melding {reference} heeft, maar was tot nu toe buiten werking. Ze telt nog niet als ontvangen. Is het nog even dringend? Bel dan nu:',
  'reached.not-asked':
    'De afdeling ICT heeft mijn vraag over {reference} uitgezet. De melding telt nog niet als ontvangen: ‘Wie bel ik nu?’ zegt wie je moet bellen.',
};
