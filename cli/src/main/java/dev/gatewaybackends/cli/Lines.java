// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads inputs that hold one JSON object a line. */
final class Lines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Lines() {}

    /** Hands each line that is not blank, with its place, to the action. */
    static void forEach(List<String> inputs, InputStream standardInput, BiConsumer<String, String> action) {
        for (String input : inputs.isEmpty() ? List.of(Inputs.STANDARD_INPUT) : inputs) {
            try (InputStream stream =
                    input.equals(Inputs.STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(input))) {
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                int number = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        action.accept(input + ":" + number, line);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(input + ": cannot be read", e);
            }
        }
    }

    static JsonNode parse(String place, String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UsageException(place + ": not a JSON object");
        }
    }
}
