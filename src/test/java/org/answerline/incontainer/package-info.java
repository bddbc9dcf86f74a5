/**
 * Looks at the application from inside the server, where HTTP cannot look. Everything that can be seen from outside is tested
 * from outside.
 */
package org.answerline.incontainer;
