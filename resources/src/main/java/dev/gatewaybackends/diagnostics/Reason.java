// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.Objects;

/**
 * Why a {@link Diagnostic} was reported: one word that programs can rely on.
 *
 * <p>An open set. The constants are Kubernetes' field errors, the Gateway API's condition reasons and our own; plugins add
 * theirs with {@link #of}. Two reasons of one name are equal.
 *
 * @param name the word, UpperCamelCase
 */
public record Reason(String name) {
    /** A required field is missing. Kubernetes. */
    public static final Reason REQUIRED = of("Required");
    /** A value breaks a rule. Kubernetes. */
    public static final Reason INVALID = of("Invalid");
    /** A value has the wrong JSON type. Kubernetes. */
    public static final Reason TYPE_INVALID = of("TypeInvalid");
    /** A value is not one of a closed set. Kubernetes. */
    public static final Reason NOT_SUPPORTED = of("NotSupported");
    /** A value that must be unique occurs again. Kubernetes. */
    public static final Reason DUPLICATE = of("Duplicate");
    /** A value is not allowed here. Kubernetes. */
    public static final Reason FORBIDDEN = of("Forbidden");
    /** A list has too many items. Kubernetes. */
    public static final Reason TOO_MANY = of("TooMany");
    /** A text is too long. Kubernetes. */
    public static final Reason TOO_LONG = of("TooLong");

    /** A reference crosses namespaces without a ReferenceGrant. Gateway API. */
    public static final Reason REF_NOT_PERMITTED = of("RefNotPermitted");
    /** A backend reference leads nowhere. Gateway API. */
    public static final Reason BACKEND_NOT_FOUND = of("BackendNotFound");
    /** A reference names a group and kind that cannot stand there. Gateway API. */
    public static final Reason INVALID_KIND = of("InvalidKind");
    /** The route cannot speak the protocol of its backend. Gateway API. */
    public static final Reason UNSUPPORTED_PROTOCOL = of("UnsupportedProtocol");

    /** The input cannot be parsed, or exceeds a limit. */
    public static final Reason UNREADABLE = of("Unreadable");
    /** A Secret that a resource needs is missing. */
    public static final Reason SECRET_NOT_FOUND = of("SecretNotFound");
    /** A field that no schema of the resource has. */
    public static final Reason UNKNOWN_FIELD = of("UnknownField");
    /** A field or version that is on its way out. */
    public static final Reason DEPRECATED = of("Deprecated");
    /** The port of a reference to a Backend is not used. */
    public static final Reason PORT_IGNORED = of("PortIgnored");
    /** A rule of a route has no backend that would get a request. */
    public static final Reason NO_BACKENDS = of("NoBackends");
    /** A reference leads to a Backend that has errors. */
    public static final Reason BACKEND_REJECTED = of("BackendRejected");
    /** Whether a reference leads anywhere was not checked: nothing of its kind and namespace is among the resources. */
    public static final Reason UNCHECKED_REFERENCE = of("UncheckedReference");
    /** No registered plugin handles this Backend type. */
    public static final Reason UNSUPPORTED_BACKEND = of("UnsupportedBackend");
    /** A resource asks for something that is not part of any translation. */
    public static final Reason NOT_TRANSLATED = of("NotTranslated");
    /** Envoy would refuse the result. */
    public static final Reason ENVOY_REJECTS = of("EnvoyRejects");
    /** A part of the result is of an unknown type, so whether Envoy accepts it was not checked. */
    public static final Reason UNCHECKED_TYPE = of("UncheckedType");
    /** A bug, in a plugin or in this library. */
    public static final Reason INTERNAL = of("Internal");

    /** Requires a name. */
    public Reason {
        Objects.requireNonNull(name, "name");
    }

    /** Returns the reason of this name. */
    public static Reason of(String name) {
        return new Reason(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
