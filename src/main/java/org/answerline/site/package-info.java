/**
 * The pages of the site, written with Jakarta MVC and Thymeleaf. They work without JavaScript.
 *
 * <p>Controllers decide nothing about messages, accounts or links. All words on a page come from the text bundles.
 */
package org.answerline.site;
