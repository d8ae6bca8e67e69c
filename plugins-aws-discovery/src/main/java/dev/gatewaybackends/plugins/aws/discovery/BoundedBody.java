// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects the body of an answer, and gives up when it gets too long. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    /** The body was longer than it may be. */
    static final class TooLongException extends IOException {
        private TooLongException(long limit) {
            super("the answer is longer than " + limit + " bytes");
        }
    }

    private final HttpResponse.BodySubscriber<byte[]> bytes = HttpResponse.BodySubscribers.ofByteArray();
    private final long limit;
    private long length;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(long limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        bytes.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        if (length > limit) {
            return;
        }
        for (ByteBuffer buffer : item) {
            length += buffer.remaining();
        }
        if (length <= limit) {
            bytes.onNext(item);
        } else {
            if (subscription != null) {
                subscription.cancel();
            }
            bytes.onError(new TooLongException(limit));
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        if (length <= limit) {
            bytes.onComplete();
        }
    }
}
