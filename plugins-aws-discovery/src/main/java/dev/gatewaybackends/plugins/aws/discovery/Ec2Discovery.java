// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The running instances of EC2, listed again and again. Thread-safe.
 *
 * <p>Give it to {@code new AwsPlugin(discovery)}, call {@link #update} with the resources of each translation before that
 * translation, and translate again when {@link Builder#onChange} says so. {@link #listing} and {@link #previous} answer from
 * memory.
 *
 * <p>Backends of the same region, role and Secret share a listing: {@code DescribeInstances}, all pages, running instances
 * only. It is made at once for a Backend that is new or was changed and for a Secret whose keys were changed, and then once
 * in each interval. Listings run side by side and fail each for itself. A failure keeps the endpoints that were found
 * before, and becomes the condition {@code EndpointsDiscovered} of its Backends.
 *
 * <p>Keys come from the Secret, or AWS STS gives them for the role; a Backend without either is listed with the ambient
 * credentials of this process, with which roles are assumed, too. No credential is in any failure, {@code toString} or log
 * record of this library. (The AWS SDK and the JDK write session tokens to their own logs at level debug.)
 *
 * <p>It has one thread that keeps the time, one that calls the listener, at most {@value #MOST_LISTINGS} that list and 4 for
 * the network, all of them daemons whose names start with {@code ec2-discovery}, and the selector of the JDK's HTTP client.
 */
public final class Ec2Discovery implements Ec2Instances, AutoCloseable {
    /** How many listings run side by side; those that ran out of time the last time wait until the others have begun. */
    public static final int MOST_LISTINGS = 32;

    private final Demand.Reader demand;
    private final Listings listings;
    private final Object updating = new Object();

    Ec2Discovery(TranslationSettings settings, Listings listings) {
        this.demand = new Demand.Reader(settings);
        this.listings = listings;
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Says which Backends there are from now on, and which Secrets.
     *
     * <p>Lists at once, in the background, what is new. Backends that a translation refuses are not listed, and none is
     * without the setting {@code aws.ec2.enabled}. A Backend whose Secret is missing keeps the endpoints that it had, for the
     * time when the Secret is there again. Does nothing after {@link #close}.
     */
    public void update(ResourceSet resources) {
        Objects.requireNonNull(resources, "resources");
        synchronized (updating) {
            listings.demand(demand.read(resources));
        }
    }

    /**
     * Waits until everything that the first {@link #update} asked for was listed, or has failed once. A translation before
     * that would take endpoints from proxies which they still have from an earlier process.
     *
     * @return whether it is so; false after the time or after {@link #close}
     */
    public boolean awaitFirstListings(Duration atMost) throws InterruptedException {
        return listings.awaitFirst(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public @Nullable Ec2Listing listing(Ec2Scope scope) {
        return listings.snapshot().listing(Objects.requireNonNull(scope, "scope"));
    }

    @Override
    public @Nullable Ec2State previous(ResourceKey backend) {
        return listings.snapshot().previous(Objects.requireNonNull(backend, "backend"));
    }

    /**
     * Ends the listings and breaks off what is under way, without waiting for it. What was found last can still be read. The
     * listener is not called any more, but a call may be under way.
     */
    @Override
    public void close() {
        listings.close();
    }

    /** Builds an {@link Ec2Discovery}. Not thread-safe. */
    public static final class Builder {
        private static final Duration DEFAULT = Duration.ofSeconds(30);

        private TranslationSettings settings = TranslationSettings.SECURE;
        private Duration refreshInterval = DEFAULT;
        private Duration listingTimeout = DEFAULT;
        private AwsEndpoints endpoints = AwsEndpoints.USUAL;
        private @Nullable AwsCredentialsProvider ambientCredentials;
        private Consumer<? super SortedSet<ResourceKey>> listener = changed -> {};

        private Builder() {}

        /** Sets the settings, those of the translation; by default the SECURE profile, in which EC2 is not enabled. */
        public Builder settings(TranslationSettings value) {
            settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        /** Sets how often everything is listed; 30 s by default, and where the value is not positive. */
        public Builder refreshInterval(Duration value) {
            refreshInterval = isPositive(value) ? value : DEFAULT;
            return this;
        }

        /**
         * Sets how long a listing may take, its role, all pages and retries included; 30 s by default.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder listingTimeout(Duration value) {
            if (!isPositive(value)) {
                throw new IllegalArgumentException("listingTimeout: " + value + " (expected: more than 0)");
            }
            listingTimeout = value;
            return this;
        }

        /** Sets where the APIs of AWS are; by default where AWS says. */
        public Builder endpoints(AwsEndpoints value) {
            endpoints = Objects.requireNonNull(value, "endpoints");
            return this;
        }

        /**
         * Sets the credentials of this process, which are not closed with the discovery; by default what the AWS SDK finds in
         * the environment.
         */
        public Builder ambientCredentials(AwsCredentialsProvider value) {
            ambientCredentials = Objects.requireNonNull(value, "ambientCredentials");
            return this;
        }

        /**
         * Sets what is told which Backends must be translated again, because a listing changed their endpoints or their
         * condition. It is called on a thread of its own, never twice at once; what changes in the meantime is in the next
         * call. What it throws goes to the handler of uncaught exceptions.
         */
        public Builder onChange(Consumer<? super SortedSet<ResourceKey>> value) {
            listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        private static boolean isPositive(Duration value) {
            return !value.isNegative() && !value.isZero();
        }

        /** Returns the discovery, which lists nothing until it is told what. */
        public Ec2Discovery build() {
            return build(new SdkListers(endpoints, ambientCredentials), Timer.start());
        }

        Ec2Discovery build(ScopeLister.Factory listers, Timer timer) {
            ThreadPoolExecutor notifying = DaemonThreads.pool("ec2-discovery-changes", 1);
            Listings listings = new Listings(
                    new Listings.Parts(
                            listers,
                            timer,
                            DaemonThreads.pool("ec2-discovery", MOST_LISTINGS),
                            new Changes(listener, notifying)),
                    refreshInterval,
                    listingTimeout,
                    settings.get(CoreSettings.MESSAGE_STYLE));
            return new Ec2Discovery(settings, listings.start());
        }
    }
}
