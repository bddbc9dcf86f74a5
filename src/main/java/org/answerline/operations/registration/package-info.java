/** Tells Telegram where the desk takes updates; decides nothing about the updates themselves. */
package org.answerline.operations.registration;
