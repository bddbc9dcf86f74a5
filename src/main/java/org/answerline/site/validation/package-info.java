/** Bean Validation of what users and programs send, with the messages of our own texts. */
package org.answerline.site.validation;
