// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import static dev.gatewaybackends.plugins.aws.discovery.FakeAws.error;
import static dev.gatewaybackends.plugins.aws.discovery.Given.ENABLED;
import static dev.gatewaybackends.plugins.aws.discovery.Given.REGION;
import static dev.gatewaybackends.plugins.aws.discovery.Given.ROLE;
import static dev.gatewaybackends.plugins.aws.discovery.Given.backend;
import static dev.gatewaybackends.plugins.aws.discovery.Given.cause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Plants a marker in every credential, lets AWS repeat them in its answers, and searches everything for it. */
@Timeout(60)
class SecretCanaryTest {
    private static final String MARKER = "CANARY";
    private static final Map<String, String> SECRET_KEYS =
            Map.of("CANARY1", "CANARY2", "CANARY4", "CANARY5", "CANARY6", "CANARY7");
    private static final Logger OURS = Logger.getLogger("dev.gatewaybackends");

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final FakeAws aws = new FakeAws();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord logged) {
            texts.add(formatter.format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(handler);
        OURS.setLevel(null);
        aws.close();
    }

    @Test
    void credentialsThatAwsRepeats_appearNowhere() throws InterruptedException {
        Function<FakeAws.Request, FakeAws.Answer> telltale = request -> error(
                403,
                "SignatureDoesNotMatch",
                "for " + request.accessKey() + " with " + request.sessionToken() + " and "
                        + SECRET_KEYS.get(request.accessKey()) + "\nCanonical: " + request.sessionToken());
        aws.ec2(REGION, telltale);
        aws.sts(REGION, telltale);
        aws.ec2("us-east-2", telltale);
        aws.sts("us-east-2", request -> FakeAws.role("CANARY4", "CANARY5", "CANARY456"));
        ResourceSet resources = ResourceSet.of(
                keys(),
                backend("ambient", REGION, null),
                backend("role", REGION, AwsAuth.assumeRole(ROLE)),
                backend("assumed", "us-east-2", AwsAuth.assumeRole(ROLE)),
                backend("secret", REGION, AwsAuth.secret("keys")));
        texts(resources);

        assertThat(texts)
                .anyMatch(text -> text.contains("AuthorizationError SignatureDoesNotMatch: for [hidden] with"));
        assertThat(texts).anyMatch(text -> text.contains("Listings") && text.contains("SignatureDoesNotMatch"));
        assertThat(texts).noneMatch(text -> text.contains(MARKER));
        assertThat(aws.requests).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void credentialsThatDoNotWork_appearNowhere() throws InterruptedException {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("accessKey", "CANARY1 with space");
        data.put("sessionToken", "CANARY3\n");
        Secret bad = SecretBuilder.builder(keys()).stringData(data).build();
        texts(ResourceSet.of(bad, backend("secret", REGION, AwsAuth.secret("keys"))));

        assertThat(texts).anyMatch(text -> text.contains("CredentialError invalid aws secret"));
        assertThat(texts).noneMatch(text -> text.contains(MARKER));
        assertThat(aws.requests).isEmpty();
    }

    private static Secret keys() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("accessKey", "CANARY1");
        data.put("secretKey", "CANARY2");
        data.put("sessionToken", "CANARY123");
        return SecretBuilder.builder()
                .metadata(ObjectMeta.of("shop", "keys"))
                .stringData(data)
                .build();
    }

    private void texts(ResourceSet resources) throws InterruptedException {
        Ec2Discovery.Builder builder = Ec2Discovery.builder()
                .settings(ENABLED)
                .endpoints(aws.endpoints())
                .ambientCredentials(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create("CANARY6", "CANARY7", "CANARY678")))
                .onChange(changed -> texts.add(changed.toString()));
        try (Ec2Discovery discovery = builder.build()) {
            discovery.update(resources);
            assertThat(discovery.awaitFirstListings(Duration.ofSeconds(30))).isTrue();
            TranslationResult result = BackendTranslator.builder()
                    .plugins(PluginRegistry.builder()
                            .add(new AwsPlugin(discovery))
                            .build())
                    .settings(ENABLED)
                    .build()
                    .translate(resources);
            for (Diagnostic found : result.diagnostics()) {
                texts.add(found.toString());
            }
            result.backends().forEach(backend -> {
                texts.add(result.status(backend).toString());
                texts.add(String.valueOf(discovery.previous(backend)));
                texts.add(cause(discovery, backend.name()));
            });
            result.clusters().forEach(cluster -> texts.add(cluster.toString()));
            texts.add(String.valueOf(discovery.listing(new Ec2Scope(REGION, null, null))));
        }
        for (Secret secret : resources.all(Secret.class)) {
            Target target = new Target(new Ec2Scope(REGION, null, null), AwsKeys.of(secret, true));
            texts.add(target.toString());
            texts.add(new SeenCredentials()
                    .watch(StaticCredentialsProvider.create(
                            AwsSessionCredentials.create("CANARY1", "CANARY2", "CANARY3")))
                    .toString());
        }
        Thread.getAllStackTraces().keySet().forEach(thread -> texts.add(thread.getName()));
    }
}
