// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/**
 * The golden cases of a module: the directories below {@code src/test/resources/golden}, each named for a behaviour.
 *
 * <p>A case has an {@code input.yaml} and, for each profile that it pins, an {@code expected.<profile>.json} and, where there
 * are any, a {@code diagnostics.<profile>.txt}; {@code settings.properties} sets settings for all of them. Profiles are
 * {@code secure} and {@code kgateway-<version>}. Run with {@code -Dgolden.update=true} to have what the translation makes
 * written to all expectations that are there, empty ones included; then review every line of them.
 */
public final class GoldenCases {
    private final Path directory;
    private final PluginRegistry plugins;
    private final boolean update;
    private final ResourceReader reader;
    private final Map<TranslationSettings, BackendTranslator> translators = new HashMap<>();
    private final GoldenJson json = new GoldenJson();

    GoldenCases(Path directory, PluginRegistry plugins, boolean update, boolean inCi) {
        if (update && inCi) {
            throw new IllegalStateException(
                    "golden.update is refused where CI=true: somebody has to review expectations");
        }
        this.directory = directory;
        this.plugins = plugins;
        this.update = update;
        this.reader = ResourceReader.builder().plugins(plugins).build();
    }

    /** Returns the cases of the module at hand, translated by the plugins on its class path. */
    public static GoldenCases ofModule() {
        return ofModule("golden", PluginRegistry.discover());
    }

    /** Returns the cases below another directory of the module's test resources, translated by these plugins. */
    public static GoldenCases ofModule(String name, PluginRegistry plugins) {
        return new GoldenCases(
                Path.of(System.getProperty("basedir", ""), "src", "test", "resources", name),
                plugins,
                Boolean.getBoolean("golden.update"),
                "true".equals(System.getenv("CI")));
    }

    /** Returns the tests of every case, in the order of their names; fails if there is no case. */
    public Stream<DynamicContainer> tests() {
        List<Path> cases = children(directory);
        if (cases.isEmpty()) {
            throw new AssertionError("there is no golden case below " + directory.toAbsolutePath());
        }
        return cases.stream()
                .map(path -> dynamicContainer(
                        path.getFileName().toString(),
                        path.toUri(),
                        new GoldenCase(path, this).tests(update).stream()));
    }

    PluginRegistry plugins() {
        return plugins;
    }

    GoldenJson json() {
        return json;
    }

    /** One translator serves all cases with the same settings, as it would in a control plane. */
    TranslationResult translate(String input, String source, TranslationSettings settings) {
        ResourceSet resources = reader.readText(input, source);
        return translators.computeIfAbsent(settings, this::translator).translate(resources);
    }

    private BackendTranslator translator(TranslationSettings settings) {
        return BackendTranslator.builder().plugins(plugins).settings(settings).build();
    }

    static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be read", e);
        }
    }
}
