/** HTTP support for all packages: request and security headers, cookies, client addresses behind proxies, languages, rate limits. */
package org.answerline.platform.web;
