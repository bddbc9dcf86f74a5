/** How a page is rendered: model, language, Thymeleaf view engine, assets, error pages. */
package org.answerline.site.view;
