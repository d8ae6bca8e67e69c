// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.TranslationResult;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;

/** One directory of golden files. */
final class GoldenCase {
    private static final String INPUT = "input.yaml";
    private static final String SETTINGS = "settings.properties";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PINNED = Pattern.compile("expected\\.(.+)\\.json|diagnostics\\.(.+)\\.txt");
    private static final Map<String, TranslationProfile> PROFILES = profiles();

    private final Path directory;
    private final GoldenCases cases;

    GoldenCase(Path directory, GoldenCases cases) {
        this.directory = directory;
        this.cases = cases;
    }

    private static Map<String, TranslationProfile> profiles() {
        Map<String, TranslationProfile> profiles = new LinkedHashMap<>();
        profiles.put("secure", TranslationProfile.SECURE);
        for (KgatewayVersion version : KgatewayVersion.values()) {
            if (version != KgatewayVersion.V2_0) {
                profiles.put("kgateway-" + version, TranslationProfile.kgateway(version));
            }
        }
        return profiles;
    }

    List<DynamicTest> tests(boolean update) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("files", directory.toUri(), this::checkFiles));
        for (String profile : pinned()) {
            tests.add(dynamicTest(profile, directory.toUri(), () -> {
                if (update) {
                    update(profile);
                }
                compare(profile);
            }));
        }
        return tests;
    }

    /** A profile of which only the diagnostics are there counts, so that its missing expectation is noticed. */
    private SortedSet<String> pinned() {
        SortedSet<String> profiles = new TreeSet<>();
        for (Path file : GoldenCases.children(directory)) {
            String profile = profileOf(file);
            if (PROFILES.containsKey(profile)) {
                profiles.add(profile);
            }
        }
        return profiles;
    }

    private static String profileOf(Path file) {
        Matcher matcher = PINNED.matcher(file.getFileName().toString());
        return !matcher.matches() ? "" : matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private void checkFiles() {
        if (!NAME.matcher(directory.getFileName().toString()).matches() || !Files.isDirectory(directory)) {
            throw new AssertionError(directory + ": a case is a directory with a name in kebab-case");
        }
        if (!Files.exists(directory.resolve(INPUT))) {
            throw new AssertionError(directory + ": " + INPUT + " is missing");
        }
        for (Path file : GoldenCases.children(directory)) {
            String name = file.getFileName().toString();
            if (!name.equals(INPUT) && !name.equals(SETTINGS) && !PROFILES.containsKey(profileOf(file))) {
                throw new AssertionError(file + ": is no file of a case (expected: " + INPUT + ", " + SETTINGS
                        + ", expected.<profile>.json, diagnostics.<profile>.txt, <profile> being one of "
                        + PROFILES.keySet() + ")");
            }
        }
        if (pinned().isEmpty()) {
            throw new AssertionError(
                    directory + ": pins no profile; make an empty expected.<profile>.json for each one, "
                            + "<profile> being one of " + PROFILES.keySet() + ", and run with -Dgolden.update=true");
        }
    }

    private void compare(String profile) {
        Path file = expected(profile);
        if (!Files.exists(file)) {
            throw new AssertionError(file + ": is missing");
        }
        ObjectNode expected;
        try {
            expected = cases.json().read(read(file));
        } catch (AssertionError e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
        TranslationResult result = translate(profile);
        // Written and read again, because an int and a long of the same value are unequal as JSON nodes.
        ObjectNode actual = cases.json().read(GoldenJson.pretty(cases.json().of(result)));
        StringBuilder differences = new StringBuilder();
        if (!expected.equals(actual)) {
            differences
                    .append(file)
                    .append(":\n")
                    .append(LineDiff.of(GoldenJson.pretty(expected), GoldenJson.pretty(actual)));
        }
        Path diagnosticsFile = diagnostics(profile);
        String expectedDiagnostics = Files.exists(diagnosticsFile) ? read(diagnosticsFile) : "";
        String actualDiagnostics = lines(result);
        if (!expectedDiagnostics.equals(actualDiagnostics)) {
            differences
                    .append(diagnosticsFile)
                    .append(":\n")
                    .append(LineDiff.of(expectedDiagnostics, actualDiagnostics));
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(directory.getFileName() + ", " + profile
                    + ": not as expected (- expected, + actual)\n" + differences);
        }
    }

    private void update(String profile) throws IOException {
        TranslationResult result = translate(profile);
        Files.writeString(expected(profile), GoldenJson.pretty(cases.json().of(result)));
        String diagnostics = lines(result);
        if (diagnostics.isEmpty()) {
            Files.deleteIfExists(diagnostics(profile));
        } else {
            Files.writeString(diagnostics(profile), diagnostics);
        }
    }

    private TranslationResult translate(String profile) {
        return cases.translate(read(directory.resolve(INPUT)), INPUT, settings(profile));
    }

    private TranslationSettings settings(String profile) {
        TranslationSettings.Builder settings = TranslationSettings.builder().profile(PROFILES.get(profile));
        Path file = directory.resolve(SETTINGS);
        if (Files.exists(file)) {
            Properties written = new Properties();
            try {
                written.load(new StringReader(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": cannot be read", e);
            }
            for (String key : written.stringPropertyNames()) {
                Setting<?> setting = cases.plugins().setting(key);
                if (setting == null) {
                    throw new AssertionError(file + ": there is no setting " + key);
                }
                settings.parse(setting, written.getProperty(key));
            }
        }
        return settings.build();
    }

    private static String lines(TranslationResult result) {
        return result.diagnostics().isEmpty() ? "" : result.diagnostics() + "\n";
    }

    private Path expected(String profile) {
        return directory.resolve("expected." + profile + ".json");
    }

    private Path diagnostics(String profile) {
        return directory.resolve("diagnostics." + profile + ".txt");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
