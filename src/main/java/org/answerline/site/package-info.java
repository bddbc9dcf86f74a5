/**
 * The doors of the site: pages that work without a script, written with Jakarta MVC and Thymeleaf.
 *
 * <p>It must never decide anything about messages, accounts or links itself, nor put a word on a page that is not in the texts.
 */
package org.answerline.site;
