// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.backend.Ports;
import dev.gatewaybackends.plugins.aws.signing.AwsPartition;
import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.IpAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Where requests to a function go.
 *
 * @param host an IP address without brackets, or a DNS name
 * @param port the TCP port; 0 only if the settings allow it
 * @param tls whether it speaks TLS
 */
record LambdaEndpoint(String host, int port, boolean tls) {
    private static final String SERVICE = "lambda";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final long MAX_UNSIGNED_INT = 0xFFFF_FFFFL;
    private static final int MAX_NAME = 253;

    /** An endpoint URL that cannot be used; the message says what is wrong with it. */
    static final class UnusableException extends Exception {
        UnusableException(String message) {
            super(message);
        }
    }

    /** Returns the endpoint of a function: the one it names, else that of AWS in the region. */
    static LambdaEndpoint of(AwsBackend aws, AwsLambda lambda, TranslationSettings settings) throws UnusableException {
        String url = lambda.endpointUrl();
        return url == null
                ? new LambdaEndpoint(partition(aws, settings).host(SERVICE, aws.region()), HTTPS, true)
                : of(url, settings);
    }

    /** Returns the partition of a Backend's region. */
    static AwsPartition partition(AwsBackend aws, TranslationSettings settings) {
        return settings.get(SigningSettings.PARTITION_FROM_REGION)
                ? AwsPartition.ofRegion(aws.region())
                : AwsPartition.STANDARD;
    }

    private static LambdaEndpoint of(String url, TranslationSettings settings) throws UnusableException {
        boolean plain = settings.get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN;
        EndpointUrl parts;
        try {
            parts = EndpointUrl.parse(url);
        } catch (EndpointUrl.MalformedException e) {
            throw new UnusableException(
                    plain ? "it is no URL: " + e.problem() : "failed to parse endpoint URL: " + e.getMessage());
        }
        int port = port(parts, settings, plain);
        if (parts.host().isEmpty()) {
            throw new UnusableException("it has no host (expected: http or https, a host and a port)");
        }
        return new LambdaEndpoint(parts.host(), port, parts.tls());
    }

    private static int port(EndpointUrl parts, TranslationSettings settings, boolean plain) throws UnusableException {
        String text = parts.port();
        if (text.isEmpty()) {
            if (settings.get(AwsSettings.LAMBDA_DEFAULT_PORT)) {
                return parts.tls() ? HTTPS : HTTP;
            }
            throw new UnusableException(
                    plain ? "it has no port" : "failed to parse port: strconv.ParseUint: parsing \"\": invalid syntax");
        }
        long port = number(text);
        if (!plain && port > MAX_UNSIGNED_INT) {
            throw new UnusableException(
                    "failed to parse port: strconv.ParseUint: parsing \"" + text + "\": value out of range");
        }
        if (port > Ports.MAX || (port == 0 && !settings.get(AwsSettings.LAMBDA_PORT_ZERO))) {
            throw new UnusableException(Ports.invalid(text));
        }
        return (int) port;
    }

    /** Returns the number that the digits make, or one that is too large for any port. */
    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length() && number <= MAX_UNSIGNED_INT; i++) {
            number = number * 10 + (digits.charAt(i) - '0');
        }
        return number;
    }

    /** Returns what the Host header says: the port only where it is not the scheme's, an IPv6 address in brackets. */
    String authority() {
        String name = IpAddresses.isIpv6(host) ? "[" + host + "]" : name();
        return port == (tls ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    /** Returns the host as certificates and headers have it: without the dot that ends an absolute name. */
    String name() {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Returns why no proxy will ever find the host; null if it may. */
    @Nullable
    String unresolvable() {
        if (IpAddresses.isIp(host)) {
            return null;
        }
        if (host.length() > MAX_NAME) {
            return "a DNS name of " + host.length() + " characters never resolves (at most " + MAX_NAME + ")";
        }
        boolean name = host.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '.');
        return name ? null : "\"" + host + "\" is neither an IP address nor a DNS name, so it never resolves";
    }
}
