// The gateway in front of the application: checks the credential, and replies with the gateway's own errors.

import { apiKey } from './state.mjs';
import { accessState } from './oauth.mjs';
import { gatewayFault } from './reply.mjs';

/** Returns { kind: 'oauth2' | 'api_key' }, or { fault: reply } if the credential is refused. */
export function credential(keap, headers) {
  const presented = headers['x-keap-api-key'] ?? /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (presented === undefined) {
    return { fault: gatewayFault(401, 'Invalid access token', 'oauth.v2.InvalidAccessToken') };
  }
  if (presented === apiKey) return { kind: 'api_key' };
  const state = accessState(keap, presented);
  if (state === 'valid') return { kind: 'oauth2' };
  return {
    fault: state === 'expired'
      ? gatewayFault(401, 'Access Token expired', 'keymanagement.service.access_token_expired')
      : gatewayFault(401, 'Invalid Access Token', 'keymanagement.service.invalid_access_token'),
  };
}
