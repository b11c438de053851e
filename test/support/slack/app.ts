/** The app that all workspaces of the fake know: what Slack shows under “Basic Information”. None of it is a secret. */
export const FAKE_APP = {
  appId: 'A0DRIFTVAKT',
  clientId: '1234567890.9876543210',
  clientSecret: 'fake-client-secret-of-the-tests0',
  signingSecret: 'fake-signing-secret-of-the-tests',
  appToken: 'xapp-1-A0DRIFTVAKT-1-fakeapptoken',
  /** Slack's old token in every payload, no longer to be relied on. */
  verificationToken: 'fakeVerificationToken000',
} as const;
