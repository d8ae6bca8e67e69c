// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The JDK's HTTP client as the AWS SDK sees it. Thread-safe.
 *
 * <p>The SDK's own one for {@code HttpURLConnection} does not do: an interrupt ends no call of it, and it loses the body of
 * an answer 401, which is how EC2 says {@code AuthFailure}.
 */
final class JdkHttpClient implements SdkHttpClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Until the answer begins. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private static final int THREADS = 4;
    private static final long LARGEST_BODY = 64 << 20;
    /** The client sets these itself. */
    private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final ThreadPoolExecutor threads = DaemonThreads.pool("ec2-discovery-http", THREADS);
    /** Null when closed: the thread of the client ends when the client is no longer referenced. */
    private volatile @Nullable HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        Thread caller = Thread.currentThread();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {
                caller.interrupt();
            }
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        HttpClient open = client;
        if (open == null) {
            throw new IOException("the client is closed");
        }
        try {
            // With all of its body, so that no waiting for the network is left to others.
            HttpResponse<byte[]> answer = open.send(translate(request), about -> new BoundedBody(LARGEST_BODY));
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(answer.statusCode())
                            .headers(answer.headers().map())
                            .build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                    .build();
        } catch (IOException e) {
            throw explained(e, request.httpRequest().host());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("the call was broken off");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** Where the JDK says now this and now that of the same thing, or nothing at all, says it in one way. */
    private static IOException explained(IOException failure, String host) {
        if (failure instanceof HttpTimeoutException || failure instanceof SSLException) {
            return failure;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLongException tooLong) {
                return tooLong;
            }
        }
        return new IOException(
                failure instanceof ConnectException ? "no connection to " + host : "the connection broke off", failure);
    }

    private static HttpRequest translate(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest from = request.httpRequest();
        byte[] body = new byte[0];
        if (request.contentStreamProvider().isPresent()) {
            try (InputStream stream = request.contentStreamProvider().get().newStream()) {
                body = stream.readAllBytes();
            }
        }
        HttpRequest.Builder to = HttpRequest.newBuilder(from.getUri())
                .method(from.method().name(), HttpRequest.BodyPublishers.ofByteArray(body))
                .timeout(ANSWER_TIMEOUT);
        from.forEachHeader((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> to.header(name, value));
            }
        });
        return to.build();
    }

    @Override
    public String clientName() {
        return "Jdk";
    }

    @Override
    public void close() {
        client = null;
        threads.shutdown();
    }
}
