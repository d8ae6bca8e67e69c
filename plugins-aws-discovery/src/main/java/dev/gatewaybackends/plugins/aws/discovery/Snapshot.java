// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known at one moment. Immutable; the maps are asked for single keys only, so their order shows nowhere. */
final class Snapshot implements Ec2Instances {
    static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of());

    private final Map<Ec2Scope, Ec2Listing> listings;
    private final Map<ResourceKey, Ec2State> states;

    private Snapshot(Map<Ec2Scope, Ec2Listing> listings, Map<ResourceKey, Ec2State> states) {
        this.listings = listings;
        this.states = states;
    }

    @Override
    public @Nullable Ec2Listing listing(Ec2Scope scope) {
        return listings.get(scope);
    }

    @Override
    public @Nullable Ec2State previous(ResourceKey backend) {
        return states.get(backend);
    }

    /** Returns a change of this snapshot that forgets everything which is not put into it. */
    Change anew() {
        return new Change(new HashMap<>(), new HashMap<>());
    }

    /** Returns a change of this snapshot. */
    Change change() {
        return new Change(new HashMap<>(listings), new HashMap<>(states));
    }

    /** Makes the next snapshot. Not thread-safe; of no use after {@link #done}. */
    static final class Change {
        private final Map<Ec2Scope, Ec2Listing> listings;
        private final Map<ResourceKey, Ec2State> states;

        private Change(Map<Ec2Scope, Ec2Listing> listings, Map<ResourceKey, Ec2State> states) {
            this.listings = listings;
            this.states = states;
        }

        @Nullable
        Ec2Listing listing(Ec2Scope scope) {
            return listings.get(scope);
        }

        void listing(Ec2Scope scope, Ec2Listing listing) {
            listings.put(scope, listing);
        }

        void state(ResourceKey backend, Ec2State state) {
            states.put(backend, state);
        }

        Snapshot done() {
            return new Snapshot(listings, states);
        }
    }
}
