// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The command line {@code gwb} in this process, for tests that run it hundreds of times.
 *
 * <p>It is in the package of the command because only {@code main}, which ends the process, is public.
 */
public record GwbInProcess(int status, String out, String err) {
    /** Runs the command with empty standard input. */
    public static GwbInProcess run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    /** Runs the command with this text in standard input. */
    public static GwbInProcess runWithInput(String input, String... arguments) {
        return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private static GwbInProcess run(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Gwb.Streams streams = new Gwb.Streams(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status = Gwb.run(streams, arguments);
        return new GwbInProcess(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
