package org.answerline.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Named values that all nodes share and that survive a restart. */
@ApplicationScoped
@Transactional
public class KeyValueStore {

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected KeyValueStore() {
        this(null);
    }

    /** Uses this database; the command line calls this constructor as well. */
    @Inject
    public KeyValueStore(JdbcClient database) {
        this.database = database;
    }

    /** The value stored under a name. */
    public Optional<String> value(String name) {
        return database.first(row -> row.getString(1), "select value from remembered_facts where name = ?", name);
    }

    /** Stores a value in place of the one that was stored under this name. */
    public void remember(String name, String value) {
        database.update(
                """
                insert into remembered_facts (name, value) values (?, ?)
                on conflict (name) do update set value = excluded.value
                """,
                name,
                value);
    }

    /** Deletes the value stored under a name. */
    public void forget(String name) {
        database.update("delete from remembered_facts where name = ?", name);
    }
}
