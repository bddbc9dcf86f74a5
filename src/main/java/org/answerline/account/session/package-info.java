/** Sessions of signed-in users: the Jakarta Security mechanism, what a session holds, and sessions that were ended early. */
package org.answerline.account.session;
