package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.platform.text.JsonReaders;
import org.answerline.telegram.Update;

/** Handles updates once more that were set aside: what stood in their way (a database just coming back, say) may be gone. */
@ApplicationScoped
public class FailedUpdateRetry {

    private static final Logger LOG = Log.of(FailedUpdateRetry.class);

    @Inject
    private FailedUpdates rejected;

    @Inject
    private UpdateHandler handler;

    /** Tries all that were not tried again yet; two nodes may try the same one, which is handled once all the same. */
    public void give() {
        Optional<FailedUpdates.StoredUpdate> next = rejected.untriedAfter(0);
        while (next.isPresent()) {
            tryAnew(next.get());
            next = rejected.untriedAfter(next.get().id());
        }
    }

    /** While the database is unavailable it was no try, and the chance remains. */
    private void tryAnew(FailedUpdates.StoredUpdate stored) {
        try (JsonReader reader = JsonReaders.createReader(new StringReader(stored.body()))) {
            handler.handle(Update.read(reader.readObject()));
            rejected.handled(stored.id());
        } catch (Exception stillFails) {
            LOG.log(Level.WARNING, () -> "The update set aside as " + stored.id() + " fails again: " + stillFails);
            if (DatabaseUnavailable.causes(stillFails)) {
                throw stillFails;
            }
            rejected.failedAgain(stored.id());
        }
    }
}
