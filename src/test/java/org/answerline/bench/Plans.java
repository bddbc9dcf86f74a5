package org.answerline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How PostgreSQL goes about each statement that was asked, with the tables as full as they are now.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-explain.html">EXPLAIN, GENERIC_PLAN</a>
 */
final class Plans {

    private final Database desk;

    Plans(Database desk) {
        // Only in the simple protocol may a statement keep its parameters without values.
        this.desk = new Database(desk.url() + "?preferQueryMode=simple");
    }

    /** A statement and its plan each, of those that look something up. */
    List<String> of(List<Statements.Count> counts) {
        List<String> plans = new ArrayList<>();
        for (var count : counts) {
            if (looksUp(count.text())) {
                plans.add(flat(count.text()) + "\n" + plan(count.text()));
            }
        }
        return plans;
    }

    /** Neither the driver's questions about types nor our own about the backlog. */
    private static boolean looksUp(String statement) {
        return statement.matches("(?is)(select|update|delete|with).*(from|update|where).*")
                && !statement.matches("(?is).*(pg_catalog|count\\(\\*\\)|select max\\(id\\) from deliveries).*");
    }

    private String plan(String statement) {
        try {
            return desk.rows(row -> "    " + row.get(0), "explain (generic_plan, costs) " + quoted(statement)).stream()
                    .collect(Collectors.joining("\n"));
        } catch (IllegalStateException notWithoutValues) {
            return "    (cannot be planned without its values)";
        }
    }

    /** A question mark would be taken for a parameter of ours. */
    private static String quoted(String statement) {
        return statement.replace("?", "??");
    }

    private static String flat(String statement) {
        return statement.replaceAll("\\s+", " ");
    }
}
