// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import static dev.gatewaybackends.plugins.aws.discovery.Given.ENABLED;
import static dev.gatewaybackends.plugins.aws.discovery.Given.REGION;
import static dev.gatewaybackends.plugins.aws.discovery.Given.ROLE;
import static dev.gatewaybackends.plugins.aws.discovery.Given.addresses;
import static dev.gatewaybackends.plugins.aws.discovery.Given.backend;
import static dev.gatewaybackends.plugins.aws.discovery.Given.cause;
import static dev.gatewaybackends.plugins.aws.discovery.Given.eventually;
import static dev.gatewaybackends.plugins.aws.discovery.Given.instance;
import static dev.gatewaybackends.plugins.aws.discovery.Given.key;
import static dev.gatewaybackends.plugins.aws.discovery.Given.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMetaBuilder;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.TagFilter;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.TranslationSettings;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a change of Backends and Secrets leads to, with listers and a clock that the test holds. */
@Timeout(60)
class ListingsUpdateTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Ec2Scope AMBIENT = new Ec2Scope(REGION, null, null);
    private static final Ec2Scope OTHER = new Ec2Scope("us-east-2", null, null);
    private static final Ec2Scope KEYS =
            new Ec2Scope(REGION, null, new ResourceKey(Secret.GROUP, Secret.KIND, "shop", "keys"));

    private final FakeListers listers = new FakeListers();
    private final ManualTimer timer = new ManualTimer();
    private final Ec2Discovery discovery = Ec2Discovery.builder()
            .settings(ENABLED)
            .refreshInterval(INTERVAL)
            .listingTimeout(TIMEOUT)
            .build(listers, timer);

    @AfterEach
    void close() {
        discovery.close();
    }

    private void update(KubernetesResource... resources) {
        discovery.update(ResourceSet.of(resources));
    }

    private void listed(Ec2Scope scope, int times) {
        eventually(scope + " is listed " + times + " times", () -> listers.calls(scope) == times);
    }

    private void found(String backend, String... addresses) {
        eventually(
                backend + " has other endpoints",
                () -> addresses(discovery, backend).equals(Arrays.asList(addresses)));
    }

    @Test
    void update_backendsOfOneScope_shareOneListing() {
        update(backend("web", REGION, null), backend("cart", REGION, null), backend("far", "us-east-2", null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"), instance("i-2", "cart", "10.0.0.2"));
        listers.answer(OTHER);
        found("web", "10.0.0.1");
        found("cart", "10.0.0.2");
        eventually("far is listed", () -> discovery.listing(OTHER) != null);

        assertThat(listers.calls(AMBIENT)).isEqualTo(1);
        assertThat(listers.calls(OTHER)).isEqualTo(1);
        assertThat(addresses(discovery, "far")).isEmpty();
    }

    @Test
    void update_rolesAndSecretsAndRegions_areScopesOfTheirOwn() {
        update(
                secret("keys", "AKIDFAKE", "fake"),
                backend("a", REGION, null),
                backend("b", REGION, AwsAuth.assumeRole(ROLE)),
                backend("c", REGION, AwsAuth.secret("keys")),
                backend("d", REGION, AwsAuth.secret("keys")),
                backend("e", "us-east-2", AwsAuth.secret("keys")));

        eventually("all are listed", () -> listers.waiting() == 4);
        assertThat(listers.made()).isEqualTo(4);
        assertThat(listers.made.get(1).target.scope().roleArn()).isEqualTo(ROLE);
        assertThat(listers.made.get(2).target.keys().accessKey()).isEqualTo("AKIDFAKE");
    }

    @Test
    void update_nothingNew_listsNothing() {
        update(backend("web", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        update(backend("web", REGION, null));
        update(backend("web", REGION, null), secret("unrelated", "AKIDFAKE", "fake"));

        timer.pass(INTERVAL);
        listed(AMBIENT, 2);
        assertThat(listers.made()).isEqualTo(1);
    }

    @Test
    void update_backendsThatAreNewWhileOneIsListed_areListedOnceMore() {
        update(backend("web", REGION, null));
        listed(AMBIENT, 1);
        update(backend("web", REGION, null), backend("cart", REGION, null));
        update(backend("web", REGION, null), backend("cart", REGION, null), backend("pay", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        listed(AMBIENT, 2);
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"), instance("i-2", "pay", "10.0.0.3"));
        found("pay", "10.0.0.3");

        assertThat(listers.calls(AMBIENT)).isEqualTo(2);
        assertThat(listers.waiting()).isZero();
    }

    @Test
    void update_otherFiltersInAListedScope_selectFromTheListingAndListAgain() {
        update(backend("web", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"), instance("i-2", "new", "10.0.0.2"));
        found("web", "10.0.0.1");
        update(backend("web", REGION, null, TagFilter.keyValue("app", "new")));

        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.2");
        listed(AMBIENT, 2);
    }

    @Test
    void update_otherRegion_dropsTheEndpointsAtOnce() {
        update(backend("web", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        update(backend("web", "us-east-2", null));

        assertThat(addresses(discovery, "web")).isEmpty();
        assertThat(discovery.previous(key("web")).isListed()).isFalse();
        assertThat(discovery.listing(AMBIENT)).isNull();
        assertThat(listers.open()).isEqualTo(1);
    }

    @Test
    void update_otherCredentials_keepTheEndpointsUntilTheyAreListed() {
        update(backend("web", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        update(secret("keys", "AKIDFAKE", "fake"), backend("web", REGION, AwsAuth.secret("keys")));
        listed(KEYS, 1);
        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        listers.fail(KEYS, "AuthFailure");
        eventually("the failure is known", () -> cause(discovery, "web").equals("AuthorizationError AuthFailure: no"));

        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
    }

    @Test
    void update_sameKeysInAnotherVersionOfTheSecret_keepTheClient() {
        update(secret("keys", "AKIDFAKE", "fake"), backend("web", REGION, AwsAuth.secret("keys")));
        listed(KEYS, 1);
        Secret annotated = SecretBuilder.builder(secret("keys", "AKIDFAKE", "fake"))
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("shop")
                        .name("keys")
                        .resourceVersion("2")
                        .build())
                .build();
        update(annotated, backend("web", REGION, AwsAuth.secret("keys")));

        assertThat(listers.made()).isEqualTo(1);
    }

    @Test
    void update_otherKeys_listAtOnceWithANewClientAndIgnoreTheOldOne() {
        update(secret("keys", "AKIDFAKE", "old"), backend("web", REGION, AwsAuth.secret("keys")));
        listers.answer(KEYS, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        timer.pass(INTERVAL);
        listed(KEYS, 2);
        update(secret("keys", "AKIDFAKE", "new"), backend("web", REGION, AwsAuth.secret("keys")));
        listed(KEYS, 3);
        eventually("the old listing was given up", () -> listers.waiting() == 1);

        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        assertThat(cause(discovery, "web")).isEmpty();
        assertThat(listers.made()).isEqualTo(2);
        assertThat(listers.open()).isEqualTo(1);
        listers.answer(KEYS, instance("i-1", "web", "10.0.0.9"));
        found("web", "10.0.0.9");
    }

    @Test
    void update_keysThatAreNone_failWithoutAskingAws() {
        Secret empty =
                SecretBuilder.builder().metadata(ObjectMeta.of("shop", "keys")).build();
        update(secret("keys", "AKIDFAKE", "fake"), backend("web", REGION, AwsAuth.secret("keys")));
        listers.answer(KEYS, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        update(empty, backend("web", REGION, AwsAuth.secret("keys")));
        timer.pass(INTERVAL);

        assertThat(cause(discovery, "web"))
                .startsWith("CredentialError invalid aws secret: ")
                .contains("accessKey is missing");
        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        assertThat(listers.calls(KEYS)).isEqualTo(1);
        assertThat(listers.open()).isZero();
    }

    @Test
    void update_secretGoneForAWhile_keepsTheEndpoints() {
        update(secret("keys", "AKIDFAKE", "fake"), backend("web", REGION, AwsAuth.secret("keys")));
        listers.answer(KEYS, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        update(backend("web", REGION, AwsAuth.secret("keys")));
        timer.pass(INTERVAL);
        assertThat(listers.open()).isZero();
        assertThat(discovery.listing(KEYS)).isNull();
        update(secret("keys", "AKIDFAKE", "fake"), backend("web", REGION, AwsAuth.secret("keys")));

        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        listed(KEYS, 2);
    }

    @Test
    void update_backendsThatATranslationRefuses_areNotListed() {
        PluginRegistry plugins = PluginRegistry.builder().add(new AwsPlugin()).build();
        ResourceSet refused = ResourceReader.builder().plugins(plugins).build().readText("""
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: region, namespace: shop}
                spec: {aws: {region: "evil.example/#", ec2: {filters: [{key: app}]}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: auth, namespace: shop}
                spec: {aws: {auth: {type: Secret}, ec2: {filters: [{key: app}]}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: role, namespace: shop}
                spec: {aws: {auth: {type: AssumeRole}, ec2: {filters: [{key: app}]}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: unreadable, namespace: shop}
                spec: {aws: {ec2: {port: many, filters: [{key: app}]}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: port, namespace: shop}
                spec: {aws: {ec2: {port: 70000, filters: [{key: app}]}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: unfiltered, namespace: shop}
                spec: {aws: {ec2: {}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: function, namespace: shop}
                spec: {aws: {accountId: "123456789012", lambda: {functionName: f}}}
                """);
        discovery.update(refused);
        timer.pass(INTERVAL);

        assertThat(refused.entries()).hasSize(7);
        assertThat(listers.made()).isZero();
        assertThat(discovery.previous(key("port"))).isNull();
    }

    @Test
    void update_ec2NotEnabled_listsNothing() {
        try (Ec2Discovery off =
                Ec2Discovery.builder().settings(TranslationSettings.SECURE).build(listers, timer)) {
            off.update(ResourceSet.of(backend("web", REGION, null)));

            assertThat(listers.made()).isZero();
            assertThat(off.previous(key("web"))).isNull();
        }
    }

    @Test
    void update_backendsGone_endsTheirScope() {
        update(backend("web", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        timer.pass(INTERVAL);
        listed(AMBIENT, 2);
        update();
        eventually("the listing was given up", () -> listers.waiting() == 0);
        timer.pass(INTERVAL);

        assertThat(listers.open()).isZero();
        assertThat(discovery.previous(key("web"))).isNull();
        assertThat(discovery.listing(AMBIENT)).isNull();
        assertThat(listers.calls(AMBIENT)).isEqualTo(2);
    }
}
