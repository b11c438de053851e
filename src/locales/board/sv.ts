/** Words of the board of reports, and of timers that came too late. */
export const board = {
  'reached.too-late':
    'Jag skulle ha frågat dig {when} om någon har tagit emot din anmälan {reference}, men var ur drift ända till nu. Den räknas fortfarande inte som mottagen. Är det lika bråttom? Ring då nu:',
  'reached.not-asked':
    'IT har stängt av min fråga om {reference}. Anmälan räknas ännu inte som mottagen: ”Vem ringer jag nu?” säger vem du ska ringa.',
};
