// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.function.Predicate;

/** CEL rules for session persistence. */
final class SessionPersistenceRules {
    private SessionPersistenceRules() {}

    /** A permanent cookie has a timeout. */
    static final class TimeoutForPermanent implements Predicate<SessionPersistence> {
        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.absoluteTimeout() != null
                    || persistence.cookie() == null
                    || persistence.cookie().lifetimeType() != CookieLifetimeType.PERMANENT;
        }
    }

    /** Only the type {@code Cookie} has cookie settings. */
    static final class TypeForCookie implements Predicate<SessionPersistence> {
        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.cookie() == null || persistence.type() == SessionPersistenceType.COOKIE;
        }
    }

    /** The type {@code Cookie} has cookie settings. */
    static final class CookieForType implements Predicate<SessionPersistence> {
        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.cookie() != null || persistence.type() != SessionPersistenceType.COOKIE;
        }
    }

    /** Only the type {@code Header} has header settings. */
    static final class TypeForHeader implements Predicate<SessionPersistence> {
        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.header() == null || persistence.type() == SessionPersistenceType.HEADER;
        }
    }

    /** The type {@code Header} has header settings. */
    static final class HeaderForType implements Predicate<SessionPersistence> {
        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.header() != null || persistence.type() != SessionPersistenceType.HEADER;
        }
    }
}
