/** The pages that sign in, sign up and sign out, here or at an OpenID provider. */
package org.answerline.site.account.signin;
