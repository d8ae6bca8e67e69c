// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.ReferenceGrantMode;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ValidResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceGrantsTest {
    private static final String ROUTES = "gateway.networking.k8s.io";
    private static final ResourceKey ROUTE = new ResourceKey(ROUTES, "HTTPRoute", "front", "shop");
    private static final ResourceKey SERVICE = new ResourceKey("", "Service", "back", "cart");
    private static final ResourceReader READER =
            ResourceReader.builder().plugins(PluginRegistry.of()).build();

    private static final ResourceValidator VALIDATOR =
            ResourceValidator.builder().plugins(PluginRegistry.of()).build();

    private static String grant(
            String namespace,
            String fromGroup,
            String fromKind,
            String from,
            String toGroup,
            String toKind,
            String to) {
        return """
                apiVersion: gateway.networking.k8s.io/v1beta1
                kind: ReferenceGrant
                metadata: {name: g%s, namespace: %s}
                spec:
                  from: [{group: "%s", kind: %s, namespace: %s}]
                  to: [{group: "%s", kind: %s%s}]
                """.formatted(
                        to, namespace, fromGroup, fromKind, from, toGroup, toKind, to.isEmpty() ? "" : ", name: " + to);
    }

    private static ReferenceGrants grants(TranslationSettings settings, String... grants) {
        return ReferenceGrants.of(
                ValidResources.of(VALIDATOR.validate(READER.readText(String.join("---\n", grants)))), settings);
    }

    @ParameterizedTest
    @CsvSource({
        "back,  gateway.networking.k8s.io, HTTPRoute, front, '',      Service, cart,  true",
        "back,  gateway.networking.k8s.io, HTTPRoute, front, '',      Service, '',    true",
        "front, gateway.networking.k8s.io, HTTPRoute, front, '',      Service, cart,  false",
        "back,  other.example,             HTTPRoute, front, '',      Service, cart,  false",
        "back,  gateway.networking.k8s.io, Gateway,   front, '',      Service, cart,  false",
        "back,  gateway.networking.k8s.io, HTTPRoute, side,  '',      Service, cart,  false",
        "back,  gateway.networking.k8s.io, HTTPRoute, front, other.x, Service, cart,  false",
        "back,  gateway.networking.k8s.io, HTTPRoute, front, '',      Secret,  cart,  false",
        "back,  gateway.networking.k8s.io, HTTPRoute, front, '',      Service, other, false",
        "back,  '',                        HTTPRoute, front, '',      Service, '',    false",
        "back,  gateway.networking.k8s.io, httproute, front, '',      Service, '',    false",
        "back,  gateway.networking.k8s.io, HTTPRoute, front, core,    Service, '',    false"
    })
    void reference_acrossNamespaces_isPermittedByAnExactGrantOnly(
            String namespace,
            String fromGroup,
            String fromKind,
            String from,
            String toGroup,
            String toKind,
            String to,
            boolean permitted) {
        ReferenceGrants grants =
                grants(TranslationSettings.SECURE, grant(namespace, fromGroup, fromKind, from, toGroup, toKind, to));

        assertThat(grants.permits(ROUTE, SERVICE)).isEqualTo(permitted);
    }

    @Test
    void reference_withinItsNamespace_needsNoGrant() {
        ReferenceGrants none = grants(TranslationSettings.SECURE);

        assertThat(none.permits(ROUTE, new ResourceKey("", "Service", "front", "cart")))
                .isTrue();
        assertThat(none.permits(ROUTE, SERVICE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"STRICT, false", "PERMISSIVE, false", "OFF, true"})
    void backendRef_withoutGrant_dependsOnTheMode(ReferenceGrantMode mode, boolean permitted) {
        TranslationSettings settings = TranslationSettings.builder()
                .set(CoreSettings.REFERENCE_GRANT_MODE, mode)
                .build();

        assertThat(grants(settings).permits(ROUTE, SERVICE)).isEqualTo(permitted);
    }

    @Test
    void grants_addUp_andEveryFromCombinesWithEveryTo() {
        String one = grant("back", ROUTES, "HTTPRoute", "front", "", "Service", "other");
        String two = grant("back", ROUTES, "HTTPRoute", "front", "", "Service", "cart");

        assertThat(grants(TranslationSettings.SECURE, one, two).permits(ROUTE, SERVICE))
                .isTrue();
    }

    @Test
    void groupCore_asAnAlias_isTheCoreGroupOnlyWhereSet() {
        String grant = grant("back", ROUTES, "HTTPRoute", "front", "core", "Service", "");
        TranslationSettings alias = TranslationSettings.builder()
                .set(CoreSettings.CORE_GROUP_ALIAS, true)
                .build();

        assertThat(grants(alias, grant).permits(ROUTE, SERVICE)).isTrue();
        assertThat(grants(TranslationSettings.SECURE, grant).permits(ROUTE, SERVICE))
                .isFalse();
    }
}
