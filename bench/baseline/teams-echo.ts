import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify, { type Next, type Request, type Response } from 'restify';

// The least bot that Microsoft's SDK and the same server library make: it proves each request's token, and sends the text
// back through the SDK's own connector client. Its own token is free, and no store is behind it.
const { PORT, MicrosoftAppId = '', MicrosoftAppTenantId = '' } = process.env;
const { ToBotFromChannelTokenIssuer = '', ToBotFromChannelOpenIdMetadataUrl = '' } = process.env;

const authentication = new ConfigurationBotFrameworkAuthentication(
  // Where one of them is set, the SDK wants all.
  {
    MicrosoftAppId,
    MicrosoftAppTenantId,
    MicrosoftAppType: 'SingleTenant',
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${MicrosoftAppTenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: ToBotFromChannelOpenIdMetadataUrl,
    CallerId: 'urn:botframework:azure',
  },
  {
    isValidAppId: async (id: string) => id === MicrosoftAppId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', 'Bearer a-token-that-cost-nothing');
        return request;
      },
    }),
  },
);
const adapter = new CloudAdapter(authentication);

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: Request, response: Response) => {
  const { body, headers, method = 'POST' } = request;
  await adapter.process({ body, headers, method }, response, async (context) => {
    await context.sendActivity(context.activity.text);
  });
});
server.get('/readyz', (_request: Request, response: Response, next: Next) => {
  response.send(200, 'ready');
  next();
});
server.listen(Number(PORT), '127.0.0.1');
