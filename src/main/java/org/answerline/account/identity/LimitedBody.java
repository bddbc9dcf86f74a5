package org.answerline.account.identity;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Receives the body of a response in memory and ends the transfer when it is too large. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> received = BodySubscribers.ofByteArray();
    private Subscription transfer;
    private long left;

    /** Takes at most this many bytes. */
    LimitedBody(long most) {
        left = most;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        transfer = subscription;
        received.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left < 0) {
            transfer.cancel();
            received.onError(KeySetSource.tooLarge());
        } else {
            received.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        received.onError(failure);
    }

    @Override
    public void onComplete() {
        received.onComplete();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return received.getBody();
    }
}
