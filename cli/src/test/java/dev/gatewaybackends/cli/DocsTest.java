// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationProfile;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Compiled by a test of that module, so that nobody who builds gwb needs the AWS SDK. */
    private static final String OF_DISCOVERY = "import dev.gatewaybackends.plugins.aws.discovery.";

    @TempDir
    private Path classes;

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaInTheDocs_compiles(Path page) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        Matcher block = JAVA_BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (!block.group(1).contains(OF_DISCOVERY)) {
                sources.add(unit(block.group(1), "Snippet" + sources.size()));
            }
        }
        if (sources.isEmpty()) {
            assertThat(page.getFileName().toString()).isNotIn("README.md", "embedding.md", "writing-a-plugin.md");
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));

        assertThat(compiler.getTask(messages, null, null, options, null, sources)
                        .call())
                .as(messages.toString())
                .isTrue();
    }

    /** A block is a whole compilation unit, or statements after their imports. */
    private static JavaFileObject unit(String block, String name) {
        Matcher type = TYPE.matcher(block);
        boolean whole = block.contains("public final class") || block.contains("public record");
        String imports =
                block.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String statements =
                block.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        String unit = whole
                ? block
                : imports + "\nclass " + name + " { void run() throws Exception {\n" + statements + "\n} }";
        String unitName = whole && type.find() ? type.group(1) : name;
        return new SimpleJavaFileObject(URI.create("string:///" + unitName + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return unit;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksInTheDocs_leadSomewhere(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        List<String> targets = new ArrayList<>();
        while (link.find()) {
            targets.add(link.group(1));
        }

        assertThat(targets)
                .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }

    @Test
    void settingsPage_isGeneratedFromTheSettings() throws IOException {
        Path page = ROOT.resolve("docs/settings.md");
        if (Boolean.getBoolean("docs.update")) {
            assertThat(System.getenv("CI"))
                    .as("the page is not rewritten in CI")
                    .isNotEqualTo("true");
            Files.writeString(page, settings());
        }

        assertThat(page).hasContent(settings());
    }

    private static String settings() {
        StringBuilder text = new StringBuilder("""
                # Settings

                Generated from the constants; `mvn verify -Ddocs.update=true` rewrites it. Set one with
                `gwb translate --set KEY=VALUE`, or in Java with `TranslationSettings.builder().set(CONSTANT, value)`. A profile
                gives the value of every setting that is not set; see [profiles](profiles.md). A profile that is not in a table has the
                value of `secure`.

                """);
        for (Setting<?> setting : PluginRegistry.discover().settings()) {
            text.append("## `")
                    .append(setting.key())
                    .append("`\n\n")
                    .append(setting.description())
                    .append("\n\n");
            values(text, setting);
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** One line where all profiles agree, else a row for each value that differs from that of SECURE. */
    private static void values(StringBuilder text, Setting<?> setting) {
        List<TranslationProfile> others = Arrays.stream(KgatewayVersion.values())
                .filter(version -> version != KgatewayVersion.V2_0)
                .map(TranslationProfile::kgateway)
                .filter(profile -> !setting.in(profile).equals(setting.in(TranslationProfile.SECURE)))
                .toList();
        if (others.isEmpty()) {
            text.append("In every profile: `")
                    .append(setting.in(TranslationProfile.SECURE))
                    .append("`.\n\n");
            return;
        }
        text.append("| profile | value |\n|---|---|\n");
        row(text, setting, TranslationProfile.SECURE);
        others.forEach(profile -> row(text, setting, profile));
        text.append('\n');
    }

    private static void row(StringBuilder text, Setting<?> setting, TranslationProfile profile) {
        text.append("| ")
                .append(profile)
                .append(" | `")
                .append(setting.in(profile))
                .append("` |\n");
    }
}
