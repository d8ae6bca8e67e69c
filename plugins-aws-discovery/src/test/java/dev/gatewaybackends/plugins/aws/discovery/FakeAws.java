// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks the query APIs of EC2 and STS on a local port, as well or as badly as a test says. Thread-safe. */
final class FakeAws implements AutoCloseable {
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/"
            + "(ec2|sts)/aws4_request, SignedHeaders=[^,]*host[^,]*, Signature=[0-9a-f]{64}");

    /** A request that was signed as it should be. */
    record Request(
            String service, String region, String accessKey, String sessionToken, Map<String, String> parameters) {
        String action() {
            return parameters.getOrDefault("Action", "");
        }

        String page() {
            return parameters.getOrDefault("NextToken", "");
        }
    }

    /** Answers one request. */
    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("fake-aws"));
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Function<Request, Answer>> behaviours = new ConcurrentHashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final List<String> violations = new CopyOnWriteArrayList<>();

    FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange).send(exchange);
            }
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    AwsEndpoints endpoints() {
        return (service, region) -> uri();
    }

    /** Sets what EC2 answers in a region. */
    void ec2(String region, Function<Request, Answer> behaviour) {
        behaviours.put("ec2 " + region, behaviour);
    }

    /** Sets what STS answers in a region. */
    void sts(String region, Function<Request, Answer> behaviour) {
        behaviours.put("sts " + region, behaviour);
    }

    List<Request> requests(String service) {
        return requests.stream()
                .filter(request -> request.service().equals(service))
                .toList();
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher signature = AUTHORIZATION.matcher(authorization == null ? "" : authorization);
        String token = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
        if (!signature.matches()) {
            return violation("no signature");
        }
        Request request = new Request(
                signature.group(3), signature.group(2), signature.group(1), token == null ? "" : token, parameters);
        if (request.service().equals("ec2")
                && !(request.action().equals("DescribeInstances")
                        && "instance-state-name".equals(parameters.get("Filter.1.Name"))
                        && "running".equals(parameters.get("Filter.1.Value.1"))
                        && !parameters.containsKey("Filter.1.Value.2")
                        && !parameters.containsKey("Filter.2.Name"))) {
            return violation("not all running instances: " + parameters);
        }
        requests.add(request);
        Function<Request, Answer> behaviour = behaviours.get(request.service() + " " + request.region());
        return behaviour == null ? error(400, "InvalidRegion", "no such region") : behaviour.apply(request);
    }

    private Answer violation(String text) {
        violations.add(text);
        return error(400, "Violation", text);
    }

    static Answer text(int status, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer error(int status, String code, String message) {
        return text(
                status,
                "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></Errors><RequestID>fake</RequestID></Response>");
    }

    /** A page of instances; a token of the next one, empty for the last page. */
    static String page(List<Ec2Instance> instances, String nextToken) {
        StringBuilder xml =
                new StringBuilder("<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                        + "<requestId>fake</requestId><reservationSet>");
        for (Ec2Instance instance : instances) {
            xml.append("<item><instancesSet><item>");
            element(xml, "instanceId", instance.instanceId());
            element(xml, "privateIpAddress", instance.privateIp());
            element(xml, "ipAddress", instance.publicIp());
            xml.append("<placement>");
            element(xml, "availabilityZone", instance.zone());
            xml.append("</placement><tagSet>");
            instance.tags().forEach((key, value) -> {
                xml.append("<item>");
                element(xml, "key", key);
                element(xml, "value", value);
                xml.append("</item>");
            });
            xml.append("</tagSet></item></instancesSet></item>");
        }
        xml.append("</reservationSet>");
        element(xml, "nextToken", nextToken.isEmpty() ? null : nextToken);
        return xml.append("</DescribeInstancesResponse>").toString();
    }

    private static void element(StringBuilder xml, String name, String value) {
        if (value != null) {
            xml.append('<')
                    .append(name)
                    .append('>')
                    .append(value)
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }

    static Answer instances(Ec2Instance... instances) {
        return text(200, page(List.of(instances), ""));
    }

    static Answer role(String accessKey, String secretKey, String sessionToken) {
        return text(
                200,
                "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>"
                        + "<AccessKeyId>" + accessKey + "</AccessKeyId><SecretAccessKey>" + secretKey
                        + "</SecretAccessKey><SessionToken>" + sessionToken
                        + "</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
                        + "<ResponseMetadata><RequestId>fake</RequestId></ResponseMetadata></AssumeRoleResponse>");
    }

    /** Promises more than it sends, and cuts the connection. */
    static Answer cut(String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** Says nothing until the server is closed, or for a time. */
    Answer hang(Duration time) {
        return exchange -> await(time);
    }

    /** Says the first half and then nothing until the server is closed, or for a time. */
    Answer hangAfterHalf(String text, Duration time) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            await(time);
        };
    }

    private void await(Duration time) {
        try {
            boolean unused = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Answer slow(long millis, Answer answer) {
        return exchange -> {
            Given.pause(millis);
            answer.send(exchange);
        };
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
