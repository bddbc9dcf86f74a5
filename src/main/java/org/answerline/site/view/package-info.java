/** How a page is rendered: model, language, view engine, assets, error pages. */
package org.answerline.site.view;
