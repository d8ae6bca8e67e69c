// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.DiagnosticsException;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.document.PlainJson;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * Writes whole resources, and reads single ones. Immutable and thread-safe.
 *
 * <p>A resource that was read is written as it was read, unknown fields included; one that was made in Java is written from
 * its record. Secrets are written in full. Jackson's own {@code ObjectMapper} cannot do this: it does not know which plugin
 * a member of {@code Backend.spec} belongs to.
 */
public final class ResourceCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YamlFactory(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .stringQuotingChecker(new QuoteUnlessPlain())));

    private final ResourceReader reader;
    private final RecordTree records;

    private ResourceCodec(PluginRegistry plugins) {
        this.reader =
                ResourceReader.builder().plugins(plugins).defaultNamespace("").build();
        this.records = new RecordTree(plugins);
    }

    /** Returns a codec for the plugins on the class path. */
    public static ResourceCodec create() {
        return of(PluginRegistry.discover());
    }

    /** Returns a codec for these plugins. */
    public static ResourceCodec of(PluginRegistry plugins) {
        return new ResourceCodec(Objects.requireNonNull(plugins, "plugins"));
    }

    /**
     * Reads the one resource of a YAML or JSON text.
     *
     * @throws DiagnosticsException if reading reports an error
     * @throws IllegalArgumentException if the text holds no or several resources, or one of another type
     */
    public <R extends KubernetesResource> R read(String text, Class<R> type) {
        return single(reader.readText(text), type);
    }

    /**
     * Reads a resource from the maps, lists, strings, numbers and booleans of any JSON library.
     *
     * @throws DiagnosticsException if reading reports an error
     * @throws IllegalArgumentException if the map holds other values, or a resource of another type
     */
    public <R extends KubernetesResource> R read(Map<String, ?> map, Class<R> type) {
        return single(reader.readMap(map), type);
    }

    private static <R extends KubernetesResource> R single(ResourceSet resources, Class<R> type) {
        if (resources.diagnostics().hasErrors()) {
            throw new DiagnosticsException(resources.diagnostics());
        }
        if (resources.entries().size() != 1
                || !type.isInstance(resources.entries().get(0).resource())) {
            throw new IllegalArgumentException(
                    "expected one " + type.getSimpleName() + ", found " + resources.entries());
        }
        return type.cast(resources.entries().get(0).resource());
    }

    /** Returns the resource as maps, lists, strings, numbers and booleans. */
    public Map<String, @Nullable Object> toMap(KubernetesResource resource) {
        return records.of(resource);
    }

    /** Returns the resource as it was read, or from its record where it was made in Java. */
    public Map<String, @Nullable Object> toMap(ResourceEntry entry) {
        Origin origin = entry.origin();
        return origin == null ? toMap(entry.resource()) : PlainJson.map(origin.tree());
    }

    /** Returns the resource as one line of JSON. */
    public String toJson(KubernetesResource resource) {
        try {
            return JSON.writeValueAsString(toMap(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the resource as YAML. */
    public String toYaml(KubernetesResource resource) {
        return yaml(toMap(resource));
    }

    /** Returns all resources as YAML documents separated by {@code ---}. */
    public String toYaml(ResourceSet resources) {
        return resources.entries().stream().map(entry -> yaml(toMap(entry))).collect(Collectors.joining("---\n"));
    }

    /** Returns any JSON value, given as maps, lists, strings, numbers and booleans, as YAML that reads back as the same. */
    public static String yaml(Map<String, ?> json) {
        try {
            return YAML.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts text in quotes whose line breaks a literal block ({@code |}) would not keep. */
    private static final class YamlFactory extends YAMLFactory {
        private static final long serialVersionUID = 1;

        YamlFactory(YAMLFactoryBuilder builder) {
            super(builder);
        }

        @Override
        protected YAMLGenerator _createGenerator(Writer out, IOContext context) throws IOException {
            return new YAMLGenerator(
                    context, _generatorFeatures, _yamlGeneratorFeatures, _quotingChecker, _objectCodec, out, _version) {
                @Override
                protected void _writeScalar(String value, String type, ScalarStyle style) throws IOException {
                    boolean isKept = value.chars().noneMatch(c -> c == '\u0085' || c == '\u2028' || c == '\u2029');
                    super._writeScalar(value, type, isKept ? style : ScalarStyle.DOUBLE_QUOTED);
                }
            };
        }
    }

    /** Leaves out the quotes only around what no YAML reader takes for anything but a string. */
    private static final class QuoteUnlessPlain extends StringQuotingChecker {
        private static final long serialVersionUID = 1;
        private static final Set<String> WORDS =
                Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            if (value.isEmpty() || WORDS.contains(value.toLowerCase(Locale.ROOT))) {
                return true;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/' || c == '$';
                boolean inner = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ';' || c == '+';
                boolean quiet = (c == ' ' || c == ':')
                        && i + 1 < value.length()
                        && value.charAt(i + 1) > ' '
                        && value.charAt(i + 1) != '#';
                if (!letter && (i == 0 || !(inner || quiet))) {
                    return true;
                }
            }
            return false;
        }
    }
}
