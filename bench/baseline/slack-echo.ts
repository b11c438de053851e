import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

// The least bot that Slack's own framework makes: it checks each request's signature, acknowledges at once, and sends the
// text back through Slack's own client. No store is behind it.
const { PORT, SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;

const receiver = new HTTPReceiver({
  signingSecret: SLACK_SIGNING_SECRET,
  logLevel: LogLevel.ERROR,
  customRoutes: [
    {
      path: '/readyz',
      method: ['GET'],
      handler(_request, response) {
        response.writeHead(200);
        response.end('ready');
      },
    },
  ],
});
const app = new App({
  ...{ token: SLACK_BOT_TOKEN, receiver, logLevel: LogLevel.ERROR },
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.message(async ({ message, say }) => {
  if ('text' in message && message.text !== undefined) await say(message.text);
});
await app.start({ port: Number(PORT), host: '127.0.0.1' });
