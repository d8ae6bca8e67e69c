// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.StringRequestContent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to functions arrive at the endpoint as signed invocations, checked by AWS' own signer. */
class LambdaTest {
    private static final String INVOCATIONS =
            "/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:hello:$LATEST/invocations";
    private static final String REPLY =
            "{\"statusCode\": 201, \"headers\": {\"x-from\": \"function\"}, \"body\": \"hello\"}";
    private static final String OF_SECRET = "AKIAFAKEOFTHESECRET0";
    private static final String OF_PROXY = "AKIAFAKEOFTHEPROXY00";
    private static final Map<String, String> SECRET_KEYS =
            Map.of(OF_SECRET, "not-a-secret-of-the-secret", OF_PROXY, "not-a-secret-of-the-proxy");
    private static final Map<String, String> NO_CREDENTIALS = Map.of();
    private static final Map<String, String> PROXY_CREDENTIALS =
            Map.of("AWS_ACCESS_KEY_ID", OF_PROXY, "AWS_SECRET_ACCESS_KEY", SECRET_KEYS.get(OF_PROXY));
    private static final String AUTHORIZATION = "Bearer not-for-aws";
    private static final String FUNCTION = "      functionName: hello\n";

    @TempDir
    private Path directory;

    private static TestCertificate certificate;
    private static TestCertificate ofAnotherName;
    private static TestCertificate untrusted;
    private static Path trust;

    /** One that sends no User-Agent header, which AWS' signer never signs. */
    private static HttpClient client;

    @BeforeAll
    static void startClient(@TempDir Path certificates) throws Exception {
        EnvoyBinary.path();
        certificate = TestCertificate.of(certificates, "trusted", "dns:localhost");
        ofAnotherName = TestCertificate.of(certificates, "another", "dns:other.example");
        untrusted = TestCertificate.of(certificates, "untrusted", "dns:localhost");
        trust = Files.writeString(certificates.resolve("trust.pem"), certificate.pem() + ofAnotherName.pem());
        client = new HttpClient();
        client.setUserAgentField(null);
        client.start();
    }

    @AfterAll
    static void stopClient() throws Exception {
        if (client != null) {
            client.stop();
        }
    }

    @Test
    void example_withTheProxysCredentials_isASignedInvocation() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(PROXY_CREDENTIALS, example(upstream))) {
            ContentResponse response = post(gateway);

            assertThat(response.getStatus()).as(gateway::toString).isEqualTo(201);
            assertThat(response.getContentAsString()).isEqualTo("hello");
            assertThat(response.getHeaders().get("x-from")).isEqualTo("function");
            LambdaUpstream.Invocation invocation = upstream.last();
            assertThat(invocation.method()).isEqualTo("POST");
            assertThat(invocation.path()).isEqualTo(INVOCATIONS);
            assertThat(invocation.headers())
                    .containsEntry("host", "localhost:" + upstream.port())
                    .containsEntry("x-amz-invocation-type", "RequestResponse");
            assertThat(invocation.body())
                    .contains("\"raw_path\":\"/greet?how=well\"", "\"method\":\"POST\"", "\"body\":\"")
                    .contains("\"authorization\":\"" + AUTHORIZATION + "\"");
            assertThat(signature(invocation)).isEqualTo(OF_PROXY + " for lambda in us-east-1");
            assertThat(AwsSignature.signedHeaders(invocation))
                    .contains("host", "x-amz-date")
                    .noneMatch(name -> name.startsWith("x-envoy")
                            || name.startsWith("x-forwarded")
                            || name.equals("x-request-id"));
        }
    }

    @Test
    void requests_overOneConnection_areAllSigned() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(PROXY_CREDENTIALS, example(upstream))) {
            for (int i = 0; i < 5; i++) {
                assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(201);
            }
            assertThat(upstream.invocations())
                    .hasSize(5)
                    .allSatisfy(invocation ->
                            assertThat(signature(invocation)).isEqualTo(OF_PROXY + " for lambda in us-east-1"));
        }
    }

    @Test
    void request_withKeysOfASecret_isSignedWithThem() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(PROXY_CREDENTIALS, withSecret(upstream, ""), "--show-secrets")) {
            assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(201);
            assertThat(signature(upstream.last())).isEqualTo(OF_SECRET + " for lambda in us-east-1");
        }
    }

    @Test
    void request_withTemporaryKeys_isSignedWithTheirToken() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(
                        NO_CREDENTIALS, withSecret(upstream, "  sessionToken: not-a-token\n"), "--show-secrets")) {
            assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(201);
            LambdaUpstream.Invocation invocation = upstream.last();
            assertThat(invocation.headers()).containsEntry("x-amz-security-token", "not-a-token");
            assertThat(AwsSignature.of(invocation, SECRET_KEYS, "not-a-token"))
                    .isEqualTo(OF_SECRET + " for lambda in us-east-1");
        }
    }

    @Test
    void request_withACredentialsFile_isSignedWithItsKeys() throws IOException {
        Files.writeString(
                directory.resolve("default-keys"),
                "[default]\naws_access_key_id=" + OF_SECRET + "\naws_secret_access_key=" + SECRET_KEYS.get(OF_SECRET)
                        + "\n");
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(
                        PROXY_CREDENTIALS,
                        withSecret(upstream, ""),
                        "--set",
                        "aws.static-keys=file:" + directory + "/{namespace}-{name}")) {
            assertThat(gateway.gwb().out()).doesNotContain(OF_SECRET);
            assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(201);
            assertThat(signature(upstream.last())).isEqualTo(OF_SECRET + " for lambda in us-east-1");
        }
    }

    @Test
    void request_passedThrough_isTheBodyAsItWasSent() {
        Manifest manifest;
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY)) {
            manifest = example(upstream).replacing(FUNCTION, FUNCTION + "      payloadTransformMode: None\n");
            try (Gateway gateway = start(PROXY_CREDENTIALS, manifest)) {
                ContentResponse response = post(gateway);

                assertThat(response.getStatus()).as(gateway::toString).isEqualTo(200);
                assertThat(response.getContentAsString()).isEqualTo(REPLY);
                assertThat(upstream.last().body()).isEqualTo("name=you");
                assertThat(signature(upstream.last())).isEqualTo(OF_PROXY + " for lambda in us-east-1");
            }
        }
    }

    @Test
    void request_async_isAnEvent() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, "{}")) {
            Manifest manifest = example(upstream).replacing(FUNCTION, FUNCTION + "      invocationMode: Async\n");
            try (Gateway gateway = start(PROXY_CREDENTIALS, manifest)) {
                assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(200);
                assertThat(upstream.last().headers()).containsEntry("x-amz-invocation-type", "Event");
                assertThat(signature(upstream.last())).isEqualTo(OF_PROXY + " for lambda in us-east-1");
            }
        }
    }

    @Test
    void request_qualified_namesTheVersion() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY)) {
            Manifest manifest = example(upstream).replacing(FUNCTION, FUNCTION + "      qualifier: blue\n");
            try (Gateway gateway = start(PROXY_CREDENTIALS, manifest)) {
                assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(201);
                assertThat(upstream.last().path()).isEqualTo(INVOCATIONS.replace("$LATEST", "blue"));
                assertThat(signature(upstream.last())).isEqualTo(OF_PROXY + " for lambda in us-east-1");
            }
        }
    }

    @Test
    void request_noCredentialAnywhere_leavesWithoutTheClients() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(NO_CREDENTIALS, example(upstream))) {
            post(gateway);

            assertThat(upstream.last().headers()).doesNotContainKeys("authorization", "x-amz-security-token");
            assertThat(signature(upstream.last())).isEqualTo("none");
        }
    }

    /** What the safeguard is for: without it, the client's credential reaches AWS. */
    @Test
    void request_noCredentialAndNoSafeguard_leavesWithTheClients() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway =
                        start(NO_CREDENTIALS, example(upstream), "--set", "aws.lambda.strip-signature=false")) {
            post(gateway);

            assertThat(upstream.last().headers()).containsEntry("authorization", AUTHORIZATION);
        }
    }

    @Test
    void request_ownCredentialMissing_isNotSignedWithTheProxys() {
        try (LambdaUpstream upstream = LambdaUpstream.start(certificate, REPLY);
                Gateway gateway = start(
                        PROXY_CREDENTIALS,
                        withSecret(upstream, ""),
                        "--set",
                        "aws.static-keys=file:" + directory + "/absent")) {
            post(gateway);

            assertThat(signature(upstream.last())).as(gateway::toString).isEqualTo("none");
            assertThat(upstream.last().headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void endpoint_withAnUntrustedCertificate_isRefused() {
        assertRefused(untrusted, "fail_verify_error");
    }

    @Test
    void endpoint_withACertificateForAnotherName_isRefused() {
        assertRefused(ofAnotherName, "fail_verify_san");
    }

    private void assertRefused(TestCertificate presented, String counter) {
        try (LambdaUpstream upstream = LambdaUpstream.start(presented, REPLY);
                Gateway gateway = start(PROXY_CREDENTIALS, example(upstream))) {
            assertThat(post(gateway).getStatus()).as(gateway::toString).isEqualTo(503);
            assertThat(upstream.invocations()).isEmpty();
            assertThat(gateway.envoy().stats(counter).values()).anyMatch(count -> count > 0);
        }
    }

    /** kgateway's form works, too, with any certificate and the client's Host. */
    @Test
    void request_kgatewayProfile_isSignedAndUnverified() {
        try (LambdaUpstream upstream = LambdaUpstream.start(untrusted, REPLY);
                Gateway gateway = start(PROXY_CREDENTIALS, example(upstream), "--profile", "kgateway")) {
            ContentResponse response = post(gateway);
            assertThat(response.getStatus()).as(gateway::toString).isEqualTo(201);
            assertThat(upstream.last().headers())
                    .containsEntry("host", "127.0.0.1:" + gateway.envoy().port());
            assertThat(signature(upstream.last())).isEqualTo(OF_PROXY + " for lambda in us-east-1");
        }
    }

    private static Manifest example(LambdaUpstream upstream) {
        return Manifest.example("lambda.yaml")
                .replacing(FUNCTION, FUNCTION + "      endpointURL: https://localhost:" + upstream.port() + "\n");
    }

    /** The keys end in newlines, as they do when somebody encodes a line. */
    private static Manifest withSecret(LambdaUpstream upstream, String more) {
        return example(upstream)
                .replacing("    lambda:\n", "    auth: {type: Secret, secretRef: {name: keys}}\n    lambda:\n")
                .and("""
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: keys
                          namespace: default
                        stringData:
                          accessKey: "%s\\n"
                          secretKey: "%s\\n"
                        %s""".formatted(OF_SECRET, SECRET_KEYS.get(OF_SECRET), more));
    }

    private Gateway start(Map<String, String> environment, Manifest manifest, String... options) {
        List<String> all = new ArrayList<>(List.of("--set", "core.upstream-trust=file:" + trust));
        all.addAll(List.of(options));
        return Gateway.startWith(environment, directory, manifest, all);
    }

    private static ContentResponse post(Gateway gateway) {
        try {
            return client.POST("http://127.0.0.1:" + gateway.envoy().port() + "/greet?how=well")
                    .headers(headers -> headers.put("authorization", AUTHORIZATION))
                    .body(new StringRequestContent("text/plain", "name=you"))
                    .send();
        } catch (InterruptedException | TimeoutException | ExecutionException e) {
            throw new AssertionError(gateway.toString(), e);
        }
    }

    private static String signature(LambdaUpstream.Invocation invocation) {
        return AwsSignature.of(invocation, SECRET_KEYS, "");
    }
}
