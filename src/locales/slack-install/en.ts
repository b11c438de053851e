/** The words of the pages by which a workspace gets the app, in English. */
export const slackInstall = {
  'slack-install.title': 'Add Driftvakt to Slack',
  'slack-install.intro':
    'Driftvakt takes fault reports in Slack, knows the outages, and gives the right number for this minute.',
  'slack-install.rights': 'What it gets to see',
  'slack-install.right-messages':
    'What people write to it, and messages that mention it by name, with their pictures.',
  'slack-install.right-channels':
    'The channels to which it is invited, and in them the threads in which it answers.',
  'slack-install.right-people': 'Name, e-mail address and language of those who write to it.',
  'slack-install.button': 'Add to Slack',
  'slack-install.next':
    'Slack asks you which workspace it is for. If your workspace wants an administrator to approve apps, the request goes to them.',
  'slack-install.done-title': 'Driftvakt is in {workspace}',
  'slack-install.done': 'It answers there for {organisation}. Write “hello” to it in Slack, under Apps.',
  'slack-install.unnamed':
    'It is installed, but no organisation names this workspace yet, so it does not answer there. Send these lines to whoever runs the service: they belong into your organisation’s playbook, and the service is then started again.',
  'slack-install.fewer':
    'It was given fewer permissions than it needs ({scopes} is missing), so some of it will not work. Add them to the app at Slack, and begin again.',
  'slack-install.denied-title': 'Nothing was installed',
  'slack-install.denied':
    'Slack was told not to add the app. If that was not meant, begin again. If an administrator has to approve it first, open this page again when they have.',
  'slack-install.failed-title': 'That did not work',
  'slack-install.late': 'It took longer than ten minutes. Nothing was installed; begin again.',
  'slack-install.foreign':
    'This was not begun in this browser. Begin again here, and allow cookies of this page.',
  'slack-install.used':
    'This answer of Slack’s was used already. If the app is not in your workspace, begin again.',
  'slack-install.refused':
    'Slack refused it ({code}). Begin again; if that does not help, tell whoever runs the service: the log says what to do.',
  'slack-install.unreached': 'Slack does not answer properly just now. Begin again in a few minutes.',
  'slack-install.not-kept':
    'Slack has added the app, but it could not be kept here. Tell whoever runs the service, and begin again afterwards.',
  'slack-install.again': 'Begin again',
} as const;
