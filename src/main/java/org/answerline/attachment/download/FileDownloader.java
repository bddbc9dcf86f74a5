package org.answerline.attachment.download;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.FileState;
import org.answerline.attachment.IncomingAttachments;
import org.answerline.platform.observability.Heartbeats;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.LogContext;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.RetryPolicy;
import org.answerline.telegram.client.BotApi;

/**
 * Fetches the files that people sent in Telegram, outside of every business transaction.
 *
 * <p>Each node takes what no other has taken; what a node that died had taken comes back after a minute.
 */
@ApplicationScoped
public class FileDownloader {

    private static final Logger LOG = Log.of(FileDownloader.class);
    private static final int HANDS = 4;
    private static final int LOOK_AGAIN_SECONDS = 5;

    /** Telegram keeps files for good, so a fault that lasts longer is not a temporary one. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    /** "wrong file_id or the file is temporarily unavailable" says two things at once. */
    private static final int TEMPORARY_REFUSALS = 8;

    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private IncomingAttachments arrivals;

    @Inject
    private BotApi telegram;

    @Inject
    private Heartbeats heartbeats;

    @Inject
    private Clock clock;

    /** Begins to fetch; called once, when the application is up. */
    public void start() {
        for (int i = 0; i < HANDS; i++) {
            String worker = "file-fetcher-" + (i + 1);
            threads.newThread(() -> run(worker)).start();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) IncomingAttachments.Queued arrived) {
        work.release();
    }

    private void run(String worker) {
        while (!stopping) {
            heartbeats.beat(worker);
            try {
                List<Attachment> taken = arrivals.take(1);
                if (taken.isEmpty()) {
                    work.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
                }
                heartbeats.waitOutside(worker);
                taken.forEach(this::fetch);
            } catch (InterruptedException stop) {
                return;
            } catch (Exception databaseAway) {
                LOG.log(Level.WARNING, () -> "Files cannot be downloaded now; trying again later: " + databaseAway);
                rest();
            }
        }
        heartbeats.end(worker);
    }

    private void rest() {
        try {
            TimeUnit.SECONDS.sleep(LOOK_AGAIN_SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(Attachment file) {
        LogContext.Scope scope = LogContext.with("message", file.supportMessageId());
        try {
            tryToFetch(file);
        } finally {
            scope.end();
        }
    }

    private void tryToFetch(Attachment file) {
        try (InputStream content = telegram.open(file.telegramFileId())) {
            arrivals.keep(file, content);
        } catch (BotApiException.Refused refused) {
            String words = refused.getMessage().toLowerCase(Locale.ROOT);
            if (words.contains("temporarily") && file.fetchAttempts() < TEMPORARY_REFUSALS) {
                later(file, refused);
                return;
            }
            boolean large = words.contains("too big");
            arrivals.end(file, large ? FileState.TOO_LARGE : FileState.FAILED);
            LOG.log(Level.INFO, () -> "Telegram refused to provide a file: " + refused.getMessage());
        } catch (BotApiException | IOException mayPass) {
            later(file, mayPass);
        }
    }

    private void later(Attachment file, Exception why) {
        if (file.createdAt().plus(PATIENCE).isBefore(clock.instant())) {
            arrivals.end(file, FileState.FAILED);
            return;
        }
        Duration wait = why instanceof BotApiException.TooManyRequests tooFast
                ? tooFast.retryAfter()
                : RetryPolicy.pause(file.fetchAttempts(), 1);
        LOG.log(
                Level.WARNING,
                () -> "The download of a file failed; trying again later: "
                        + why.getClass().getSimpleName());
        arrivals.later(file, wait);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        work.release(HANDS);
    }
}
