package org.answerline.promises;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks, after every test with a desk of its own and after all that share one, whether the log told what is nobody's business. */
final class LogPrivacy {

    private static final Pattern SECRET_SETTING = Pattern.compile(".*(TOKEN|SECRET|PASSWORD).*");
    /** The header and the beginning of the payload of a JWT. */
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");

    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._+-]+@example\\.(org|com)");

    /** Anything shorter could be in a log by chance. */
    private static final int TELLING = 12;

    private final List<String> forbidden = new ArrayList<>();

    /** Knows the desk's secrets and, while its database answers, what people wrote. */
    LogPrivacy(Desk desk) {
        forbidden.add(Browser.PASSWORD);
        desk.environment().forEach((name, value) -> {
            if (SECRET_SETTING.matcher(name).matches()) {
                forbidden.addAll(List.of(value.split(",")));
            }
        });
        forbidden.add(desk.telegram().token().replaceFirst(".*:", ""));
        forbidden.addAll(written(desk));
        forbidden.removeIf(text -> text == null || text.length() < TELLING);
    }

    /** Fails on the first that is in a log. */
    void check(String log) {
        var told = Stream.concat(
                        Stream.of(EMAIL, JWT)
                                .flatMap(pattern -> pattern.matcher(log).results())
                                .map(found -> found.group()),
                        forbidden.stream().filter(log::contains))
                .findFirst();
        told.ifPresent(text -> {
            var where = log.indexOf(text);
            throw new AssertionError(
                    "The log tells: " + log.substring(Math.max(0, where - 300), Math.min(log.length(), where + 100)));
        });
    }

    private static List<String> written(Desk desk) {
        try {
            return desk
                    .database()
                    .sql("select text, subject from support_messages union all select full_name, null from users"
                            + " where full_name like '% %'")
                    .stream()
                    .map(Map::values)
                    .flatMap(Collection::stream)
                    .map(value -> value == null ? null : value.toString())
                    .toList();
        } catch (RuntimeException databaseGone) {
            return List.of();
        }
    }
}
