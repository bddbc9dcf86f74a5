package org.answerline.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.database.CleanupTask;

/** Makes the challenges of forms and checks their proofs of work, on any node; each is accepted once. */
@ApplicationScoped
@Transactional
public class WorkProofs implements CleanupTask {
    private static final String LABEL = "guest form ";

    @Inject
    private GuestRows rows;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** A challenge for a form. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public String challenge() {
        return WorkChallenge.fresh(clock.instant()).written(key());
    }

    /** Whether the challenge is one of ours, not expired and solved; says nothing about whether it was used. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isValid(WorkProof proof) {
        return read(proof).isPresent();
    }

    /** Uses the proof; false if it is not valid or was used before. Joins the caller's transaction. */
    boolean use(WorkProof proof) {
        return read(proof)
                .map(challenge -> rows.useChallenge(challenge.nonce(), challenge.validUntil()))
                .orElse(false);
    }

    /** A challenge that has expired needs no mark. */
    @Override
    public void deleteOld() {
        rows.deleteChallenges(clock.instant());
    }

    private Optional<WorkChallenge> read(WorkProof proof) {
        return WorkChallenge.read(proof.challenge(), key(), clock.instant())
                .filter(challenge -> WorkChallenge.isSolved(proof.challenge(), proof.solution()));
    }

    // All nodes have the bot's token; the label keeps this use of it apart from others.
    private byte[] key() {
        return (LABEL + settings.get(TelegramSettings.BOT_TOKEN)).getBytes(StandardCharsets.UTF_8);
    }
}
