// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.gatewayapi.v1.CookieLifetimeType;
import dev.gatewaybackends.gatewayapi.v1.SessionPersistence;
import dev.gatewaybackends.gatewayapi.v1.SessionPersistenceType;
import java.util.function.Predicate;

/** What holds for the persistence of sessions. */
public final class SessionPersistenceRules {
    private SessionPersistenceRules() {}

    /** A permanent cookie has a timeout. */
    public static final class TimeoutForPermanent implements Predicate<SessionPersistence> {
        /** Creates the check. */
        public TimeoutForPermanent() {}

        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.absoluteTimeout() != null
                    || persistence.cookie() == null
                    || persistence.cookie().lifetimeType() != CookieLifetimeType.PERMANENT;
        }
    }

    /** The cookie has its type. */
    public static final class TypeForCookie implements Predicate<SessionPersistence> {
        /** Creates the check. */
        public TypeForCookie() {}

        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.cookie() == null || persistence.type() == SessionPersistenceType.COOKIE;
        }
    }

    /** The type for cookies has a cookie. */
    public static final class CookieForType implements Predicate<SessionPersistence> {
        /** Creates the check. */
        public CookieForType() {}

        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.cookie() != null || persistence.type() != SessionPersistenceType.COOKIE;
        }
    }

    /** The header has its type. */
    public static final class TypeForHeader implements Predicate<SessionPersistence> {
        /** Creates the check. */
        public TypeForHeader() {}

        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.header() == null || persistence.type() == SessionPersistenceType.HEADER;
        }
    }

    /** The type for headers has a header. */
    public static final class HeaderForType implements Predicate<SessionPersistence> {
        /** Creates the check. */
        public HeaderForType() {}

        @Override
        public boolean test(SessionPersistence persistence) {
            return persistence.header() != null || persistence.type() != SessionPersistenceType.HEADER;
        }
    }
}
