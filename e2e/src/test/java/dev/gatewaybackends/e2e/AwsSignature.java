// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Checks signatures with AWS' own signer: it signs the received request again and compares. */
final class AwsSignature {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, *SignedHeaders=([^,]+), *"
                    + "Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** The signer adds these by itself. */
    private static final List<String> OF_THE_SIGNER =
            List.of("x-amz-date", "x-amz-content-sha256", "x-amz-security-token");

    private AwsSignature() {}

    /** Returns the names of the headers that the signature of a request covers. */
    static List<String> signedHeaders(LambdaUpstream.Invocation invocation) {
        Matcher parts = AUTHORIZATION.matcher(invocation.headers().get("authorization"));
        return parts.matches() ? List.of(parts.group(5).split(";", -1)) : List.of();
    }

    /**
     * Returns whose signature a request has: {@code ACCESS_KEY for SERVICE in REGION}, {@code none}, or what is wrong.
     *
     * @param secretKeys the secret keys by access key
     * @param sessionToken the token of the session; empty if there is none
     */
    static String of(LambdaUpstream.Invocation invocation, Map<String, String> secretKeys, String sessionToken) {
        String header = invocation.headers().get("authorization");
        if (header == null) {
            return "none";
        }
        Matcher parts = AUTHORIZATION.matcher(header);
        if (!parts.matches() || !secretKeys.containsKey(parts.group(1))) {
            return "not a signature";
        }
        String accessKey = parts.group(1);
        String region = parts.group(3);
        String service = parts.group(4);
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(invocation.method()))
                .uri(URI.create("https://" + invocation.headers().get("host")))
                .encodedPath(invocation.path());
        Map<String, String> received = new TreeMap<>(invocation.headers());
        for (String name : signedHeaders(invocation)) {
            if (!OF_THE_SIGNER.contains(name)) {
                request.putHeader(name, String.valueOf(received.get(name)));
            }
        }
        AwsCredentialsIdentity identity = sessionToken.isEmpty()
                ? AwsCredentialsIdentity.create(accessKey, secretKeys.get(accessKey))
                : AwsSessionCredentialsIdentity.create(accessKey, secretKeys.get(accessKey), sessionToken);
        Instant date = DATE.parse(received.get("x-amz-date"), Instant::from);
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request.build())
                        .payload(
                                () -> new ByteArrayInputStream(invocation.body().getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(date, ZoneOffset.UTC)))
                .request();
        String expected = signed.firstMatchingHeader("Authorization").orElseThrow();
        Matcher again = AUTHORIZATION.matcher(expected);
        if (!again.matches() || !again.group(5).equals(parts.group(5))) {
            return "signs " + parts.group(5) + " (expected: " + expected + ")";
        }
        return again.group(6).equals(parts.group(6))
                ? accessKey + " for " + service + " in " + region
                : "wrong signature of " + parts.group(5);
    }
}
