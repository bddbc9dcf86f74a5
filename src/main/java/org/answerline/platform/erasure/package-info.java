/** What a package offers that keeps data about users: it deletes the data of one user when the account is erased, or moves it to another. */
package org.answerline.platform.erasure;
