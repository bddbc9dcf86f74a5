package org.answerline.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Small facts that every node must know and a restart must not forget. */
@ApplicationScoped
@Transactional
public class KeyValueStore {

    @PersistenceContext
    private EntityManager entities;

    /** What is remembered under a name. */
    public Optional<String> value(String name) {
        List<?> values = entities.createNativeQuery("select value from remembered_facts where name = ?1")
                .setParameter(1, name)
                .getResultList();
        return values.stream().map(String.class::cast).findFirst();
    }

    /** Remembers, in place of what was remembered under this name. */
    public void remember(String name, String value) {
        entities.createNativeQuery(
                        """
                        insert into remembered_facts (name, value) values (?1, ?2)
                        on conflict (name) do update set value = excluded.value
                        """)
                .setParameter(1, name)
                .setParameter(2, value)
                .executeUpdate();
    }

    /** Forgets. */
    public void forget(String name) {
        entities.createNativeQuery("delete from remembered_facts where name = ?1")
                .setParameter(1, name)
                .executeUpdate();
    }
}
