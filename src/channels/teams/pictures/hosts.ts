/**
 * The hosts of Teams' own services, by cloud: public, GCC, GCC High, DoD.
 * https://microsoft.github.io/Agents-for-js/variables/_microsoft_agents-hosting.TeamsServiceEndpoints.html
 */
const TEAMS_HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/**
 * Who may be sent the bot's token for a picture: the service that the message came from, and Teams' own hosts, each by
 * its whole name. Not every name under trafficmanager.net: those are anybody's to take in Azure. Not SharePoint: its
 * addresses are open by themselves.
 * @param serviceUrl of the activity; that it is the one of the activity's token was checked
 */
export function pictureHosts(serviceUrl: string): ReadonlySet<string> {
  return new Set([new URL(serviceUrl).host, ...TEAMS_HOSTS]);
}
