package org.answerline.conversation.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.UserBlock;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** Which users support has blocked. A block ends by itself, because its end is compared with the time whenever it matters. */
@ApplicationScoped
@Transactional
public class UserBlocks {

    /** A user from whom support accepts no messages. */
    public record BlockedUser(long userId, String name, SupportBlock block) {}

    @Inject
    private Accounts accounts;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Blocks a user from now on; replaces an earlier block. Returns the block. */
    public SupportBlock block(long userId, BlockPeriod period, OperatorIdentity operator) {
        Instant now = clock.instant();
        UserBlock block = new UserBlock(now, period.end(now), operator.fullName());
        accounts.block(userId, block);
        return SupportBlock.of(block);
    }

    /** Ends a block; returns whether there was one. */
    public boolean unblock(long userId) {
        return accounts.unblock(userId);
    }

    /** The block of a user that is in force. */
    public Optional<SupportBlock> current(long userId) {
        return accounts.find(userId)
                .flatMap(user -> user.block(clock.instant()))
                .map(SupportBlock::of);
    }

    /** The block of a user that is in force, if blocked users are told. */
    public Optional<SupportBlock> told(long userId) {
        return isTold() ? current(userId) : Optional.empty();
    }

    /** Whether a user is blocked without being told: then messages are accepted and kept back. */
    boolean isKeptBack(long userId) {
        return !isTold() && current(userId).isPresent();
    }

    /** The blocked users, the newest block first. */
    public List<BlockedUser> all(int most) {
        return accounts.blocked(most).stream()
                .map(row -> new BlockedUser(row.id(), row.fullName(), SupportBlock.of(row.block())))
                .toList();
    }

    /** The ids of all blocked users. */
    List<Long> blockedIds() {
        return all(Integer.MAX_VALUE).stream().map(BlockedUser::userId).toList();
    }

    /** Whether blocked users are told that they are blocked. */
    public boolean isTold() {
        return settings.get(SiteSettings.BLOCK_TOLD).equals("true");
    }
}
