/** Limits of a playbook; every one is stated in docs/playbook.md. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 512 * 1024,
  /** Groups and lists within each other. */
  depth: 40,
  /** Faults that are listed for one file. */
  faults: 200,
  idLength: 40,
  /** Characters of a name or a role. */
  nameLength: 80,
  /** Characters of any longer text. */
  textLength: 600,
  /** Entries of one section or list. */
  entries: 2000,
  /** Levels of the tree of sites. */
  siteLevels: 20,
  /** Contacts in one escalation step. */
  stepContacts: 20,
  /** People who hold one contact. */
  accounts: 50,
  /** Steps of one policy. */
  steps: 20,
  aliases: 60,
  /** Rules of whose absence is told to whom. */
  toldRules: 50,
  /** Questions of one triage. */
  questions: 20,
  /** Answers of one question. */
  answers: 8,
  /** Characters of an answer: what a button can show. */
  answerLength: 75,
  /** Questions on the way to a critical end, which must give a number soon. */
  questionsIfCritical: 3,
  /** Reports that make an outage. */
  outageReports: { least: 2, most: 50 },
  /** Hours within which they come. */
  outageHours: 24,
  /** Hours before a maintenance window that a reminder may come. */
  reminderHours: 60 * 24,
  /** Tenants, and teams, of Microsoft Teams that belong to one organisation. */
  teamsTenants: 50,
  teamsTeams: 500,
  /** Characters of the id of a team or channel, or of a link to it. */
  teamsPlace: 1000,
  /** Workspaces, and Enterprise organisations, of Slack that belong to one organisation. */
  slackWorkspaces: 50,
  slackEnterprises: 10,
  /** Characters of the id of a channel of Slack, or of a link to it. */
  slackPlace: 300,
  /** Suppliers to which reports are handed on. */
  suppliers: 50,
  /** Times that a missing confirmation is asked for. */
  chases: 5,
  /** Addresses and domains that are believed to be one supplier's. */
  senders: 20,
  /** Characters of the name of a branch of TOPdesk. */
  branch: 100,
} as const;
