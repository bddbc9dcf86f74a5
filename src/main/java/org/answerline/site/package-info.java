/**
 * What the site's user sees: pages with Jakarta MVC that work without JavaScript, the JSON API, and live updates.
 *
 * <p>Messages, accounts and links are decided elsewhere. All texts of a page come from the text bundles.
 */
package org.answerline.site;
