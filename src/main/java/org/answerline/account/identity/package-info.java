/**
 * Tokens (JWT) by which a site vouches for its user: signature, time and claims.
 *
 * <p>It returns the verified claims and knows nothing of accounts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">JSON Web Token</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">JSON Web Token Best Current Practices</a>
 */
package org.answerline.account.identity;
