/**
 * The settings: each is defined once, with its name, type, default, check, message and line in the documents.
 *
 * <p>The definitions stand by topic in {@link org.answerline.platform.config.TelegramSettings}, {@code SiteSettings} and so on;
 * {@link org.answerline.platform.config.SettingCatalogue} lists them all. Values are read through {@link
 * org.answerline.platform.config.Settings}, in the server and on the command line alike.
 */
package org.answerline.platform.config;
