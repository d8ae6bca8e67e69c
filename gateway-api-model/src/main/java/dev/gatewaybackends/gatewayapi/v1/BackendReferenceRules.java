// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;

/** CEL rules for references to a backend. */
final class BackendReferenceRules {
    private BackendReferenceRules() {}

    /** A reference to a Service has a port. */
    static final class ServicePort implements ReadsInteger<BackendReference> {
        /** The message of the CRD. */
        static final String MESSAGE = "Must have port for Service reference";

        @Override
        public boolean test(BackendReference reference) {
            return reference.port() != null || !reference.isService();
        }

        @Override
        public boolean reads(BackendReference reference, String field) {
            return field.equals("port") && reference.isService();
        }
    }
}
