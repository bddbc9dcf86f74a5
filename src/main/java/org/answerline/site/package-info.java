/**
 * What the site's user sees: pages with Jakarta MVC that work without JavaScript, the JSON API, and live updates.
 *
 * <p>Nothing here decides about messages, accounts or links. All words on a page come from the text bundles.
 */
package org.answerline.site;
