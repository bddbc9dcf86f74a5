package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.attachment.FileRefusedException.Reason;
import org.answerline.platform.database.CleanupTask;

/** Accepts files from the site, attaches them to messages, and gives them to their owner. */
@ApplicationScoped
public class Attachments implements CleanupTask {

    /** How many messages' worth of files a user may have uploaded and not sent. */
    private static final int UNSENT_MESSAGES = 3;
    /** How much the files of all drafts of visitors who are not signed in may take together. */
    private static final long DRAFT_MEGABYTES = 512;
    /** How much of it one network address may take, so that it leaves the others enough. */
    private static final long ADDRESS_MEGABYTES = DRAFT_MEGABYTES / 8;

    @Inject
    private FileSettings settings;

    @Inject
    private AttachmentRepository records;

    @Inject
    private AttachmentStorage storage;

    @Inject
    private Clock clock;

    /** Whether files are accepted. */
    public boolean areTaken() {
        return !settings.isOff();
    }

    /** The most files one message may have. */
    public int most() {
        return settings.count();
    }

    /** The largest file that is accepted from the site, in megabytes. */
    public int largestMegabytes() {
        return settings.largestMegabytes();
    }

    /**
     * Accepts a file that a user is about to send.
     *
     * @throws FileRefusedException if it is not accepted
     * @throws IOException if the upload breaks off
     */
    public Attachment receive(long userId, String givenName, InputStream content) throws IOException {
        String name = FileName.clean(givenName);
        refuseIf(settings.isOff(), Reason.OFF);
        refuseIf(name.isEmpty(), Reason.NAME);
        refuseIf(records.unsent(userId) >= (long) UNSENT_MESSAGES * settings.count(), Reason.TOO_MANY);
        try (TempFile tempFile = TempFile.of(content, (long) settings.largestMegabytes() << 20)) {
            FileType type = FileType.of(tempFile.path(), name).orElseThrow(() -> new FileRefusedException(Reason.TYPE));
            return storage.add(userId, name, type, tempFile);
        }
    }

    /**
     * Accepts a file for a draft of a visitor who is not signed in: as many as one message may have, from one network address no more than
     * {@value #ADDRESS_MEGABYTES} MB, and of all such visitors together no more than {@value #DRAFT_MEGABYTES} MB.
     *
     * @param ofAddress the ids of all drafts that were begun at the network address of this one
     * @throws FileRefusedException if it is not accepted
     * @throws IOException if the upload breaks off
     */
    public Attachment receiveForDraft(
            String draftId, Collection<String> ofAddress, String givenName, InputStream content) throws IOException {
        String name = FileName.clean(givenName);
        refuseIf(settings.isOff(), Reason.OFF);
        refuseIf(name.isEmpty(), Reason.NAME);
        refuseIf(idsOfDraft(draftId).size() >= settings.count(), Reason.TOO_MANY);
        refuseIf(records.bytesOfDrafts(ofAddress) >= ADDRESS_MEGABYTES << 20, Reason.ADDRESS_FULL);
        refuseIf(records.bytesOfDrafts() >= DRAFT_MEGABYTES << 20, Reason.FULL);
        try (TempFile tempFile = TempFile.of(content, (long) settings.largestMegabytes() << 20)) {
            FileType type = FileType.of(tempFile.path(), name).orElseThrow(() -> new FileRefusedException(Reason.TYPE));
            return storage.addToDraft(draftId, name, type, tempFile);
        }
    }

    /** The files of a draft that is not sent yet, in the order of their upload. */
    @Transactional
    public List<Attachment> ofDraft(String draftId) {
        return records.ofDraft(draftId);
    }

    /** Their ids. */
    @Transactional
    public List<String> idsOfDraft(String draftId) {
        return records.idsOfDraft(draftId);
    }

    /** The files of a draft belong to this user from now on, and to nobody else. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(String draftId, long userId) {
        records.give(draftId, userId);
    }

    /**
     * Moves these files from one draft to another, as far as the first one has them.
     *
     * @throws FileRefusedException if the other draft has more files then than one message may have
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(String fromDraft, String toDraft, Collection<String> ids) {
        ids.forEach(id -> records.move(id, fromDraft, toDraft));
        refuseIf(idsOfDraft(toDraft).size() > settings.count(), Reason.TOO_MANY);
    }

    /** Deletes the files of a draft except these; files that belong to a user stay. */
    public void keepOnly(String draftId, Collection<String> ids) {
        idsOfDraft(draftId).stream().filter(id -> !ids.contains(id)).forEach(id -> storage.discardOfDraft(draftId, id));
    }

    /** Deletes a file that was not sent yet; false when this user has no such file. */
    public boolean discard(long userId, String id) {
        return storage.discard(userId, id);
    }

    /** A file of this user, sent or not. */
    public Optional<Attachment> find(long userId, String id) {
        return records.find(userId, id);
    }

    /** The content of a file that is READY. */
    public InputStream open(Attachment file) throws IOException {
        return storage.open(file.id());
    }

    /** A part of the content of a file that is READY: between one and {@code most} bytes. */
    public byte[] read(Attachment file, long from, int most) throws IOException {
        return storage.read(file.id(), from, most);
    }

    /** The files of these messages, in their order. */
    public Map<Long, List<Attachment>> of(Collection<Long> messageIds) {
        return records.ofMessages(messageIds).stream().collect(Collectors.groupingBy(Attachment::supportMessageId));
    }

    /** The files of a message, in their order. */
    public List<Attachment> of(long messageId) {
        return records.ofMessages(Set.of(messageId));
    }

    /** The user may no longer open the files of this message; they stay in the user's export. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(long messageId) {
        records.withdraw(messageId);
    }

    /**
     * The digests of the contents, by which a form that was sent twice with its files is recognised.
     *
     * @throws FileRefusedException if there are too many, or a file is not this user's
     */
    public List<String> digests(long userId, List<String> ids) {
        refuseIf(ids.size() > settings.count(), Reason.TOO_MANY);
        return ids.stream()
                .map(id -> records.find(userId, id).map(Attachment::digest))
                .map(digest -> digest.orElseThrow(() -> new FileRefusedException(Reason.UNKNOWN)))
                .toList();
    }

    /**
     * Attaches uploaded files to a message, in this order.
     *
     * @throws FileRefusedException if there are too many, or one is not an unsent file of this user
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(long userId, long messageId, List<String> ids) {
        refuseIf(ids.size() > settings.count(), Reason.TOO_MANY);
        for (int place = 0; place < ids.size(); place++) {
            refuseIf(!records.attach(userId, ids.get(place), messageId, place), Reason.UNKNOWN);
        }
    }

    /**
     * The files behind these ids that still exist, in this order. Always in a transaction: without one Open Liberty shows a thread what
     * it saw the last time.
     */
    @Transactional
    public List<Attachment> named(List<String> ids) {
        return ids.stream().map(records::find).flatMap(Optional::stream).toList();
    }

    /** A copy of the content in a temporary file, which the caller deletes. */
    public Path copy(Attachment file) throws IOException {
        Path copy = Files.createTempFile("answerline-", ".sending");
        try (InputStream content = open(file)) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(copy);
            throw broken;
        }
    }

    /** Telegram refused a file as it was sent: from now on it is sent in a plainer way, if there is one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Retreat downgrade(String id) {
        return records.find(id).map(file -> file.downgrade(clock.instant())).orElse(Retreat.NOTHING_LEFT);
    }

    /** Deletes the contents of files whose records are gone already. */
    public void forgetContents(Collection<String> ids) {
        storage.forgetContents(ids);
    }

    /** Deletes files that were never sent, and contents whose records no longer exist. */
    @Override
    public void deleteOld() {
        storage.forgetUnsent();
        storage.sweep();
    }

    private static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            throw new FileRefusedException(reason);
        }
    }
}
