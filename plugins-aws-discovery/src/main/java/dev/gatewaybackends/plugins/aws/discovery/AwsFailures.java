// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.ec2.Ec2Failure;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What the exceptions of the AWS SDK mean, in texts that stay the same from one listing to the next. */
final class AwsFailures {
    /** The cause of what cannot happen. */
    static final String UNEXPECTED = "the instances could not be listed because of an unexpected error";

    private static final int LONGEST_MESSAGE = 1000;
    /** What differs each time, so that the status of a Backend would never come to rest. */
    private static final Pattern PASSING =
            Pattern.compile("\\s*(\\(SDK Attempt Count: \\d+\\)|Encoded authorization failure message: \\S+)");

    private AwsFailures() {}

    /** Returns the failure that an exception means; its cause holds no credential that was seen. */
    static Ec2Failure of(RuntimeException exception, SeenCredentials seen) {
        AwsServiceException answer = find(exception, AwsServiceException.class);
        if (answer != null) {
            AwsErrorDetails details = answer.awsErrorDetails();
            String code = details == null ? null : details.errorCode();
            return code == null || code.isEmpty()
                    ? local("the answer was HTTP status " + answer.statusCode())
                    : Ec2Failure.ofAwsError(seen.hide(text(code)), seen.hide(text(details.errorMessage())));
        }
        IOException network = find(exception, IOException.class);
        if (network != null) {
            // The outermost one: what lies below it differs from one time to the next.
            return local("the request failed: " + seen.hide(text(network.getMessage())));
        }
        XMLStreamException xml = find(exception, XMLStreamException.class);
        if (xml != null) {
            return notOfEc2("it is no XML");
        }
        SdkClientException client = find(exception, SdkClientException.class);
        return local(client == null ? UNEXPECTED : seen.hide(text(client.getMessage())));
    }

    /** Returns the failure of an answer that EC2 never gives. */
    static Ec2Failure notOfEc2(String found) {
        return local("the answer is none of EC2: " + found);
    }

    private static Ec2Failure local(String cause) {
        return new Ec2Failure(Ec2Failure.Kind.DISCOVERY_ERROR, cause);
    }

    private static <T extends Throwable> @Nullable T find(Throwable exception, Class<T> type) {
        Throwable cause = exception;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause == null ? null : type.cast(cause);
    }

    /** Only the first line: where a signature is wrong, AWS goes on with the request, session token included. */
    private static String text(@Nullable String message) {
        if (message == null) {
            return "";
        }
        String line = message.strip().lines().findFirst().orElse("");
        String lasting = PASSING.matcher(line).replaceAll("");
        return lasting.length() > LONGEST_MESSAGE
                ? lasting.substring(0, lasting.offsetByCodePoints(0, lasting.codePointCount(0, LONGEST_MESSAGE))) + "…"
                : lasting;
    }
}
