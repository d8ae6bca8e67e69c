// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Remembers which credentials requests were signed with last, to keep them out of texts. Thread-safe. */
final class SeenCredentials {
    private static final String HIDDEN = "[hidden]";

    private final List<Watched> watched = new CopyOnWriteArrayList<>();

    /** Returns the same provider, whose credentials are remembered. */
    AwsCredentialsProvider watch(AwsCredentialsProvider provider) {
        Watched one = new Watched(provider);
        watched.add(one);
        return one;
    }

    /** Returns a text without any of the credentials. */
    String hide(String text) {
        List<String> values = new ArrayList<>();
        for (Watched one : watched) {
            AwsCredentials last = one.last;
            if (last != null) {
                values.add(last.accessKeyId());
                values.add(last.secretAccessKey());
                if (last instanceof AwsSessionCredentials session) {
                    values.add(session.sessionToken());
                }
            }
        }
        // One may be part of another, of which nothing must remain either.
        values.sort(Comparator.comparingInt(String::length).reversed());
        String hidden = text;
        for (String value : values) {
            hidden = value.isEmpty() ? hidden : hidden.replace(value, HIDDEN);
        }
        return hidden;
    }

    private static final class Watched implements AwsCredentialsProvider {
        private final AwsCredentialsProvider provider;
        private volatile @Nullable AwsCredentials last;

        Watched(AwsCredentialsProvider provider) {
            this.provider = provider;
        }

        @Override
        public AwsCredentials resolveCredentials() {
            AwsCredentials credentials = provider.resolveCredentials();
            last = credentials;
            return credentials;
        }

        @Override
        public String toString() {
            return "Watched[hidden]";
        }
    }
}
