/** IP addresses, trusted proxies and trusted certificates. */
package org.answerline.platform.network;
