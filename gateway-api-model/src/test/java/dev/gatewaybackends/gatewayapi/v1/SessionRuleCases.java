// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;

/** The CEL rules of the persistence of sessions, which several kinds have. */
final class SessionRuleCases {
    private SessionRuleCases() {}

    static List<RuleCase> all() {
        SessionCookie cookie = SessionCookieBuilder.builder().build();
        SessionCookie permanent = SessionCookieBuilder.builder()
                .lifetimeType(CookieLifetimeType.PERMANENT)
                .build();
        SessionHeader header = new SessionHeader("X-Session");
        SessionPersistence byCookie =
                SessionPersistenceBuilder.builder().cookie(cookie).build();
        SessionPersistence byHeader = new SessionPersistence(null, SessionPersistenceType.HEADER, null, header);
        return List.of(
                experimental(
                        "AbsoluteTimeout must be specified when cookie lifetimeType is Permanent",
                        new SessionPersistence("1h", SessionPersistenceType.COOKIE, permanent, null),
                        new SessionPersistence(null, SessionPersistenceType.COOKIE, permanent, null)),
                experimental(
                        "cookie must be nil if type is not Cookie",
                        byCookie,
                        new SessionPersistence(null, SessionPersistenceType.HEADER, cookie, header)),
                experimental(
                        "cookie must be specified for Cookie type",
                        byCookie,
                        SessionPersistenceBuilder.builder().build()),
                experimental(
                        "header must be nil if type is not Header",
                        byHeader,
                        new SessionPersistence(null, SessionPersistenceType.COOKIE, cookie, header)),
                experimental(
                        "header must be specified for Header type",
                        byHeader,
                        new SessionPersistence(null, SessionPersistenceType.HEADER, null, null)));
    }

    private static RuleCase experimental(String message, Object valid, Object invalid) {
        return new RuleCase(RuleCase.Channels.EXPERIMENTAL, message, valid, invalid, "");
    }
}
