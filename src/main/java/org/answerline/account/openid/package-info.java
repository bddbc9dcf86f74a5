/**
 * Sign-in with an OpenID provider: the authorization code flow with state, nonce and PKCE.
 *
 * <p>It returns the verified claims of a user and knows nothing of accounts.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
package org.answerline.account.openid;
