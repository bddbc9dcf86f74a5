package org.answerline.platform.config;

import java.util.List;

/**
 * One of the things that are wrong inside of what a setting names.
 *
 * @param message the text, without {@code setting.}
 * @param details for its places from {2} on
 */
record SettingFlaw(String message, List<String> details) {}
