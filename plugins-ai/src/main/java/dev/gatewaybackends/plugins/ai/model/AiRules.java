// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The CEL rules of {@code spec.ai}. */
final class AiRules {
    private AiRules() {}

    private static boolean exactlyOne(@Nullable Object one, @Nullable Object other) {
        return (one == null) != (other == null);
    }

    /** One provider or several groups, in 2.0. */
    static final class LlmOrMultiPool implements Predicate<AiBackend> {
        /** The message of the CRD. */
        public static final String MESSAGE = "There must one and only one LLM or MultiPool can be set";

        @Override
        public boolean test(AiBackend backend) {
            return exactlyOne(backend.llm(), backend.multipool());
        }
    }

    /** One provider or several groups, in 2.1. */
    static final class LlmOrGroups implements Predicate<AiBackend> {
        /** The message of the CRD. */
        public static final String MESSAGE = "exactly one of the fields in [llm priorityGroups] must be set";

        @Override
        public boolean test(AiBackend backend) {
            return exactlyOne(backend.llm(), backend.priorityGroups());
        }
    }

    /** One provider, in 2.1. */
    static final class OneProvider implements Predicate<ProviderEntry> {
        /** The message of the CRD. */
        public static final String MESSAGE =
                "exactly one of the fields in [openai azureopenai anthropic gemini vertexai bedrock] must be set";

        @Override
        public boolean test(ProviderEntry entry) {
            return entry.configs().size() == 1;
        }
    }

    /** At least one provider, in 2.0. */
    static final class SomeProvider implements Predicate<SupportedLlmProvider> {
        /** The message of the CRD. */
        public static final String MESSAGE = "should have at least 1 properties";

        @Override
        public boolean test(SupportedLlmProvider provider) {
            return !provider.configs().isEmpty();
        }
    }

    /** At most one provider, in 2.0. */
    static final class NoSecondProvider implements Predicate<SupportedLlmProvider> {
        /** The message of the CRD. */
        public static final String MESSAGE = "must have at most 1 properties";

        @Override
        public boolean test(SupportedLlmProvider provider) {
            return provider.configs().size() <= 1;
        }
    }

    /** Both host and port, or neither. */
    static final class HostAndPort implements ReadsInteger<ProviderEntry> {
        /** The message of the CRD. */
        public static final String MESSAGE = "both host and port must be set together";

        @Override
        public boolean test(ProviderEntry entry) {
            return (entry.host() == null) == (entry.port() == null);
        }

        @Override
        public boolean reads(ProviderEntry entry, String field) {
            return field.equals("port");
        }
    }

    /** A header name or a prefix. */
    static final class HeaderNameOrPrefix implements Predicate<AuthHeader> {
        /** The message of the CRD. */
        public static final String MESSAGE = "at least one of prefix or headerName must be set";

        @Override
        public boolean test(AuthHeader header) {
            return header.prefix() != null || header.headerName() != null;
        }
    }

    /** Not both places of a token. */
    static final class OnePlaceOfToken implements Predicate<SingleAuthToken> {
        /** The message of the CRD. */
        public static final String MESSAGE = "at most one of the fields in [inline secretRef] may be set";

        @Override
        public boolean test(SingleAuthToken token) {
            return token.inline() == null || token.secretRef() == null;
        }
    }

    /** Names that occur once. */
    static final class UniqueNames implements Predicate<List<NamedLlmProvider>> {
        /** The message of the CRD. */
        public static final String MESSAGE = "provider names must be unique within a group";

        @Override
        public boolean test(List<NamedLlmProvider> providers) {
            Set<String> names = new HashSet<>();
            for (NamedLlmProvider provider : providers) {
                if (provider != null && provider.name() != null && !names.add(provider.name())) {
                    return false;
                }
            }
            return true;
        }
    }
}
