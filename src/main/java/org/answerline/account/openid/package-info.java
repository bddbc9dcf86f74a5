/**
 * Signing in at an OpenID provider: the authorization code flow with state, nonce and PKCE.
 *
 * <p>It says who somebody is at the provider, and must never know of accounts.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
package org.answerline.account.openid;
