// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the endpoints of one Backend after a listing. Immutable.
 *
 * <p>Call {@link #next} after each listing: a caller that lists instances repeatedly keeps the state of each Backend and hands
 * it in as the previous one. Handing in the state that a listing made together with the same listing changes nothing.
 */
public final class Ec2State {
    private final Ec2Selection selection;
    private final boolean listed;
    private final List<Ec2Endpoint> endpoints;
    private final @Nullable Ec2Failure failure;

    private Ec2State(
            Ec2Selection selection, boolean listed, List<Ec2Endpoint> endpoints, @Nullable Ec2Failure failure) {
        this.selection = selection;
        this.listed = listed;
        this.endpoints = endpoints;
        this.failure = failure;
    }

    /**
     * Returns the state after a listing.
     *
     * <p>A failed listing keeps the endpoints of the previous state, and so does one that is still to come, but only as long
     * as the selection is the same; credentials may change.
     *
     * @param previous the state before; null if there was none
     * @param selection what the Backend selects now
     * @param listing what the listing of its scope gave; null if there was none yet
     */
    public static Ec2State next(@Nullable Ec2State previous, Ec2Selection selection, @Nullable Ec2Listing listing) {
        Objects.requireNonNull(selection, "selection");
        Ec2State carried = previous != null && previous.selection.equals(selection)
                ? previous
                : new Ec2State(selection, false, List.of(), null);
        if (listing instanceof Ec2Inventory inventory) {
            return new Ec2State(selection, true, inventory.select(selection), null);
        }
        return listing instanceof Ec2Failure failed
                ? new Ec2State(selection, true, carried.endpoints, failed)
                : carried;
    }

    /** Returns the same state with one endpoint for each address of a zone. */
    public Ec2State withDistinctAddresses() {
        List<Ec2Endpoint> distinct = new ArrayList<>(endpoints.size());
        for (Ec2Endpoint endpoint : endpoints) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).isAtSameAddress(endpoint)) {
                distinct.add(endpoint);
            }
        }
        return new Ec2State(selection, listed, List.copyOf(distinct), failure);
    }

    /** Returns what the Backend selects. */
    public Ec2Selection selection() {
        return selection;
    }

    /** Returns whether its instances were listed, or it was tried, since it selects them. */
    public boolean isListed() {
        return listed;
    }

    /** Returns the endpoints, in order; after a failure those that were found before. */
    public List<Ec2Endpoint> endpoints() {
        return endpoints;
    }

    /** Returns why the last listing failed; null if it did not. */
    public @Nullable Ec2Failure failure() {
        return failure;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ec2State state
                && selection.equals(state.selection)
                && listed == state.listed
                && endpoints.equals(state.endpoints)
                && Objects.equals(failure, state.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(selection, listed, endpoints, failure);
    }

    @Override
    public String toString() {
        return "Ec2State[" + endpoints.size() + " endpoints" + (listed ? "" : ", not listed")
                + (failure == null ? "" : ", " + failure.kind()) + "]";
    }
}
