/** The user of the site as a row: entity, repository and look-up. */
package org.answerline.account.user;
