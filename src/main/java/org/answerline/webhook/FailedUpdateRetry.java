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
import org.answerline.telegram.update.Update;

/** Handles updates that were set aside once more: the cause (for example a database that was starting) may be gone. */
@ApplicationScoped
public class FailedUpdateRetry {

    private static final Logger LOG = Log.of(FailedUpdateRetry.class);

    @Inject
    private FailedUpdates rejected;

    @Inject
    private UpdateHandler handler;

    /** Retries all updates that were not retried yet; if two nodes retry the same one, it is still handled only once. */
    public void give() {
        Optional<FailedUpdates.StoredUpdate> next = rejected.untriedAfter(0);
        while (next.isPresent()) {
            retry(next.get());
            next = rejected.untriedAfter(next.get().id());
        }
    }

    /** A failure while the database is unavailable does not count: the update is retried again later. */
    private void retry(FailedUpdates.StoredUpdate stored) {
        try (JsonReader reader = JsonReaders.createReader(new StringReader(stored.body()))) {
            handler.handle(Update.read(reader.readObject()));
            rejected.handled(stored.id());
        } catch (Exception stillFails) {
            LOG.log(Level.WARNING, () -> "The update set aside as " + stored.id() + " failed again: " + stillFails);
            if (DatabaseUnavailable.causes(stillFails)) {
                throw stillFails;
            }
            rejected.failedAgain(stored.id());
        }
    }
}
