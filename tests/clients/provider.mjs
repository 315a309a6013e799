// A real OpenID provider on loopback: prints its issuer when it listens and ends with its standard input.
// node provider.mjs AUDIENCE
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair } from 'jose';

const audience = process.argv[2];
const server = createServer();
server.listen(0, '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const service = (id) => ({ client_id: id, client_secret: `${id}-secret`, redirect_uris: [], grant_types: ['client_credentials'], response_types: [] });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'provider-1', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for-tests-only'] },
    clients: [service('sales'), service('nobody'), { client_id: 'chat', redirect_uris: ['http://127.0.0.1/'], token_endpoint_auth_method: 'none', grant_types: ['authorization_code'], response_types: ['code'] }],
    scopes: ['openid', 'copilot'],
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    extraTokenClaims: (_context, token) => (token.clientId === 'sales' || token.accountId === 'sofia' ? { roles: ['Sales Team'], companies: ['1'], name: 'Sofia Marin' } : {}),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => ({ scope: 'copilot', audience: resource, accessTokenTTL: 300, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  });
  // The service listens on a port of its own choice.
  provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).hostname === '127.0.0.1' && new URL(uri).pathname === '/';

  // Somebody who signs in and agrees at once, without a page to do it on.
  const interact = async (request, response) => {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: 'sofia' } });
    }
    const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(' '));
    Object.entries(prompt.details.missingResourceScopes ?? {}).forEach(([resource, scopes]) => grant.addResourceScope(resource, scopes.join(' ')));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  };
  const answer = provider.callback();
  server.on('request', (request, response) =>
    (request.url.startsWith('/interaction/') ? interact(request, response).catch((e) => { response.statusCode = 500; response.end(String(e)); }) : answer(request, response)));
  console.log(issuer);
});
process.stdin.on('end', () => process.exit(0)).resume();
