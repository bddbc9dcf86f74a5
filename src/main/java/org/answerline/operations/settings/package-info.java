/** Whether the settings can work, one clear line a fault; it looks at nothing but them. */
package org.answerline.operations.settings;
