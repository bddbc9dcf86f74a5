/** HTTP as every package needs it: request and security headers, cookies, client addresses behind proxies, languages, rate limits. */
package org.answerline.platform.web;
