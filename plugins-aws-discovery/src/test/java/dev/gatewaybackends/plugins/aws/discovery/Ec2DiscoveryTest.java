// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import static dev.gatewaybackends.plugins.aws.discovery.FakeAws.error;
import static dev.gatewaybackends.plugins.aws.discovery.FakeAws.instances;
import static dev.gatewaybackends.plugins.aws.discovery.FakeAws.text;
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

import com.sun.net.httpserver.HttpExchange;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The whole of it against a server that speaks the APIs of AWS. */
@Timeout(60)
class Ec2DiscoveryTest {
    private static final String TWO =
            FakeAws.page(List.of(instance("i-1", "web", "10.0.0.1"), instance("i-2", "web", "10.0.0.2")), "");

    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeAws aws = new FakeAws();
    private final ManualTimer timer = new ManualTimer();
    private Ec2Discovery discovery = discovery(aws.endpoints());

    private Ec2Discovery discovery(AwsEndpoints endpoints) {
        return builder()
                .build(
                        new SdkListers(
                                endpoints,
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("AKIDAMBIENT", "fake-ambient"))),
                        timer);
    }

    private static Ec2Discovery.Builder builder() {
        return Ec2Discovery.builder().settings(ENABLED);
    }

    @AfterEach
    void close() {
        discovery.close();
        aws.close();
        assertThat(aws.violations).isEmpty();
    }

    private void update(KubernetesResource... resources) throws InterruptedException {
        discovery.update(ResourceSet.of(resources));
        assertThat(discovery.awaitFirstListings(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void listing_severalPages_findsAllAndEachOnce() throws InterruptedException {
        aws.ec2(REGION, request -> switch (request.page()) {
            case "" -> text(200, FakeAws.page(List.of(instance("i-1", "web", "10.0.0.1")), "two"));
            case "two" ->
                text(
                        200,
                        FakeAws.page(
                                List.of(instance("i-2", "web", "10.0.0.2"), instance("i-1", "web", "10.0.0.1")),
                                "three"));
            default -> instances(instance("i-3", "other", "10.0.0.3"));
        });
        update(backend("web", REGION, null), backend("other", REGION, null));

        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(addresses(discovery, "other")).containsExactly("10.0.0.3");
        assertThat(aws.requests).extracting(FakeAws.Request::page).containsExactly("", "two", "three");
        assertThat(aws.requests).extracting(FakeAws.Request::accessKey).containsOnly("AKIDAMBIENT");
    }

    @Test
    void listing_whatInstancesLack_isLeftOut() throws InterruptedException {
        Map<String, String> tags = Map.of("app", "web");
        aws.ec2(
                REGION,
                request -> instances(
                        new Ec2Instance("i-1", null, "10.0.0.1", null, tags),
                        new Ec2Instance("i-2", REGION + "a", null, "192.0.2.2", tags),
                        new Ec2Instance("i-3", REGION + "a", null, null, tags),
                        new Ec2Instance("i-4", REGION + "a", "10.0.0.4", null, Map.of())));
        update(backend("web", REGION, null));

        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        assertThat(discovery.listing(new Ec2Scope(REGION, null, null))).hasToString("Ec2Inventory[3 instances]");
    }

    @Test
    void credentials_secret_signWithItsKeys() throws InterruptedException {
        aws.ec2(REGION, request -> text(200, TWO));
        update(secret("keys", "AKIDSECRET", "fake"), backend("web", REGION, AwsAuth.secret("keys")));

        assertThat(addresses(discovery, "web")).hasSize(2);
        assertThat(aws.requests).extracting(FakeAws.Request::accessKey).containsExactly("AKIDSECRET");
        assertThat(aws.requests("sts")).isEmpty();
    }

    @Test
    void credentials_role_isAssumedOnceWithTheAmbientOnes() throws InterruptedException {
        aws.sts(REGION, request -> FakeAws.role("ASIAROLE", "fake-role", "fake-token"));
        aws.ec2(REGION, request -> text(200, TWO));
        update(backend("web", REGION, AwsAuth.assumeRole(ROLE)));
        timer.pass(Duration.ofSeconds(30));
        eventually("it is listed again", () -> aws.requests("ec2").size() == 2);

        assertThat(aws.requests("sts")).singleElement().satisfies(request -> {
            assertThat(request.accessKey()).isEqualTo("AKIDAMBIENT");
            assertThat(request.parameters()).containsEntry("RoleArn", ROLE);
        });
        assertThat(aws.requests("ec2")).allSatisfy(request -> {
            assertThat(request.accessKey()).isEqualTo("ASIAROLE");
            assertThat(request.sessionToken()).isEqualTo("fake-token");
        });
    }

    @Test
    void credentials_roleThatIsRefused_isAnAuthorizationError() throws InterruptedException {
        aws.sts(
                REGION,
                request -> text(
                        403,
                        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized to perform sts:AssumeRole"
                                + "</Message></Error></ErrorResponse>"));
        update(backend("web", REGION, AwsAuth.assumeRole(ROLE)));

        assertThat(cause(discovery, "web"))
                .isEqualTo("AuthorizationError AccessDenied: not authorized to perform sts:AssumeRole");
        assertThat(aws.requests("ec2")).isEmpty();
    }

    @Test
    void listing_throttledOnce_isRepeated() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        aws.ec2(
                REGION,
                request -> calls.getAndIncrement() == 0
                        ? error(503, "RequestLimitExceeded", "Request limit exceeded.")
                        : text(200, TWO));
        update(backend("web", REGION, null));

        assertThat(addresses(discovery, "web")).hasSize(2);
        assertThat(cause(discovery, "web")).isEmpty();
    }

    static Stream<Arguments> failures() {
        String signature = "The request signature we calculated does not match.\n\nThe Canonical String was x";
        return Stream.of(
                failure(
                        error(503, "RequestLimitExceeded", "Request limit exceeded."),
                        "DiscoveryError RequestLimitExceeded: Request limit exceeded."),
                failure(
                        error(403, "UnauthorizedOperation", "You are not. Encoded authorization failure message: x1Y_"),
                        "AuthorizationError UnauthorizedOperation: You are not."),
                failure(error(401, "AuthFailure", ""), "AuthorizationError AuthFailure"),
                failure(
                        error(401, "AuthFailure", "AWS was not able to validate the provided access credentials"),
                        "AuthorizationError AuthFailure: AWS was not able to validate the provided access credentials"),
                failure(
                        error(403, "SignatureDoesNotMatch", signature),
                        "AuthorizationError SignatureDoesNotMatch: The request signature we calculated does not match."),
                failure(error(400, "Unheard", "of"), "DiscoveryError Unheard: of"),
                failure(text(503, "<html>busy</html>"), "DiscoveryError the answer was HTTP status 503"),
                failure(text(302, ""), "DiscoveryError the answer was HTTP status 302"),
                failure(text(200, ""), "DiscoveryError the answer is none of EC2: it has no request ID"),
                failure(
                        text(200, "<html><body>log in</body></html>"),
                        "DiscoveryError the answer is none of EC2: it has no request ID"),
                failure(text(200, "<Describe"), "DiscoveryError the answer is none of EC2: it is no XML"),
                failure(FakeAws.cut(TWO), "DiscoveryError the request failed: the connection broke off"),
                failure(HttpExchange::close, "DiscoveryError the request failed: the connection broke off"),
                failure(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            byte[] spaces = new byte[1 << 20];
                            for (int i = 0; i < 65; i++) {
                                exchange.getResponseBody().write(spaces);
                            }
                        },
                        "DiscoveryError the request failed: the answer is longer than 67108864 bytes"),
                failure(
                        text(200, FakeAws.page(List.of(), "same")),
                        "DiscoveryError the answer is none of EC2: a page names itself as the next one"));
    }

    private static Arguments failure(FakeAws.Answer answer, String cause) {
        return Arguments.of(answer, cause);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void listing_badAnswer_keepsTheEndpointsAndSaysWhy(FakeAws.Answer bad, String cause) throws InterruptedException {
        aws.ec2(REGION, request -> text(200, TWO));
        aws.ec2("us-east-2", request -> instances(instance("i-9", "far", "10.9.0.1")));
        update(backend("web", REGION, null), backend("far", "us-east-2", null));
        aws.ec2(REGION, request -> bad);
        aws.ec2("us-east-2", request -> instances(instance("i-9", "far", "10.9.0.2")));
        timer.pass(Duration.ofSeconds(30));
        eventually("it failed", () -> !cause(discovery, "web").isEmpty());
        eventually(
                "the other region is listed", () -> addresses(discovery, "far").equals(List.of("10.9.0.2")));

        assertThat(cause(discovery, "web")).isEqualTo(cause);
        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1", "10.0.0.2");
        aws.ec2(REGION, request -> instances());
        timer.pass(Duration.ofSeconds(30));
        eventually("it is well again", () -> cause(discovery, "web").isEmpty());
        assertThat(addresses(discovery, "web")).isEmpty();
    }

    @Test
    void listing_secondPageFails_isAFailureOfAll() throws InterruptedException {
        aws.ec2(
                REGION,
                request -> request.page().isEmpty()
                        ? text(200, FakeAws.page(List.of(instance("i-1", "web", "10.0.0.1")), "two"))
                        : error(400, "InvalidNextToken", "expired"));
        update(backend("web", REGION, null));

        assertThat(cause(discovery, "web")).isEqualTo("DiscoveryError InvalidNextToken: expired");
        assertThat(addresses(discovery, "web")).isEmpty();
    }

    @Test
    void listing_slowAnswer_isWaitedFor() throws InterruptedException {
        aws.ec2(REGION, request -> FakeAws.slow(1500, text(200, TWO)));
        update(backend("web", REGION, null));

        assertThat(addresses(discovery, "web")).hasSize(2);
    }

    @Test
    void listing_nobodyListens_isADiscoveryError() throws InterruptedException, IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        discovery.close();
        discovery = discovery((service, region) -> URI.create("http://127.0.0.1:" + port));
        update(backend("web", REGION, null));

        assertThat(cause(discovery, "web")).isEqualTo("DiscoveryError the request failed: no connection to 127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("hangs")
    void listing_hangs_failsInTimeAndEndsItsThread(boolean afterHalf) throws InterruptedException {
        aws.ec2(REGION, request -> afterHalf ? aws.hangAfterHalf(TWO, LONG) : aws.hang(LONG));
        aws.ec2("us-east-2", request -> instances(instance("i-9", "far", "10.9.0.1")));
        discovery.close();
        discovery = builder()
                .endpoints(aws.endpoints())
                .ambientCredentials(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDAMBIENT", "fake-ambient")))
                .listingTimeout(Duration.ofMillis(1500))
                .build();
        update(backend("web", REGION, null), backend("far", "us-east-2", null));

        assertThat(cause(discovery, "web")).isEqualTo("DiscoveryError listing the instances took longer than 1.5s");
        assertThat(addresses(discovery, "far")).containsExactly("10.9.0.1");
        eventually("no thread is in a call", () -> threadsIn("JdkHttpClient") == 0);
    }

    static Stream<Boolean> hangs() {
        return Stream.of(false, true);
    }

    @ParameterizedTest
    @MethodSource("hangs")
    void close_requestsHang_takesLessThanASecond(boolean afterHalf) {
        aws.ec2(REGION, request -> afterHalf ? aws.hangAfterHalf(TWO, LONG) : aws.hang(LONG));
        discovery.update(ResourceSet.of(backend("web", REGION, null)));
        eventually("the request is there", () -> !aws.requests.isEmpty());
        Given.pause(100);
        long start = System.nanoTime();
        discovery.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        eventually("no thread is in a call", () -> threadsIn("JdkHttpClient") == 0);
    }

    private static long threadsIn(String className) {
        return Thread.getAllStackTraces().values().stream()
                .filter(trace ->
                        Stream.of(trace).anyMatch(frame -> frame.getClassName().contains(className)))
                .count();
    }

    @Test
    void translation_takesEndpointsAndConditionsFromIt() throws InterruptedException {
        aws.ec2(REGION, request -> text(200, TWO));
        aws.ec2("us-east-2", request -> error(403, "UnauthorizedOperation", "You are not authorized."));
        BackendTranslator translator = BackendTranslator.builder()
                .plugins(PluginRegistry.builder().add(new AwsPlugin(discovery)).build())
                .settings(ENABLED)
                .build();
        ResourceSet resources = ResourceSet.of(
                backend("web", REGION, null), backend("none", REGION, null), backend("far", "us-east-2", null));
        discovery.update(resources);
        assertThat(discovery.awaitFirstListings(Duration.ofSeconds(30))).isTrue();
        TranslationResult result = translator.translate(resources);

        assertThat(result.diagnostics().hasErrors()).isFalse();
        assertThat(result.clusters()).hasSize(3);
        assertThat(condition(result, "web")).isEqualTo("True Discovered 2 endpoints active");
        assertThat(condition(result, "none"))
                .isEqualTo("False NoMatchingInstances last poll succeeded but no running instances in region eu-west-1"
                        + " matched the configured tag filters [app=none]");
        assertThat(condition(result, "far"))
                .isEqualTo(
                        "False AuthorizationError UnauthorizedOperation: You are not authorized.; no endpoints available"
                                + " from a previous poll");
        assertThat(result.endpoints().get(2).getEndpoints(0).getLbEndpointsCount())
                .isEqualTo(2);
    }

    private static String condition(TranslationResult result, String name) {
        Condition condition = result.status(key(name)).conditions().stream()
                .filter(one -> one.type().equals("EndpointsDiscovered"))
                .findFirst()
                .orElseThrow();
        return condition.status() + " " + condition.reason() + " " + condition.message();
    }
}
