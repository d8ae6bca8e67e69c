// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.GatewayDuration;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of a session stay with one endpoint. Mirrors {@code SessionPersistence}; experimental channel only.
 *
 * @param absoluteTimeout the longest duration of a session
 * @param type what carries the identity of a session; {@code Cookie} when null
 * @param cookie the cookie, for the type {@code Cookie}
 * @param header the header, for the type {@code Header}
 */
@ModelType
@Rule(
        check = SessionPersistenceRules.TimeoutForPermanent.class,
        message = "AbsoluteTimeout must be specified when cookie lifetimeType is Permanent",
        groups = ExperimentalChannel.class)
@Rule(
        check = SessionPersistenceRules.TypeForCookie.class,
        message = "cookie must be nil if type is not Cookie",
        groups = ExperimentalChannel.class)
@Rule(
        check = SessionPersistenceRules.CookieForType.class,
        message = "cookie must be specified for Cookie type",
        groups = ExperimentalChannel.class)
@Rule(
        check = SessionPersistenceRules.TypeForHeader.class,
        message = "header must be nil if type is not Header",
        groups = ExperimentalChannel.class)
@Rule(
        check = SessionPersistenceRules.HeaderForType.class,
        message = "header must be specified for Header type",
        groups = ExperimentalChannel.class)
public record SessionPersistence(
        @Nullable @GatewayDuration String absoluteTimeout,
        @DefaultJson("\"Cookie\"") SessionPersistenceType type,
        @Nullable @Valid SessionCookie cookie,
        @Nullable @Valid SessionHeader header) {

    /** Applies the default. */
    public SessionPersistence {
        type = type == null ? SessionPersistenceType.COOKIE : type;
    }
}
