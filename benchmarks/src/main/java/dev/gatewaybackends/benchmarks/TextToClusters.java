// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Many static Backends from text to clusters; the baselines only parse the text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TextToClusters {
    private final ResourceReader reader = ResourceReader.create();
    private final BackendTranslator translator = BackendTranslator.create();
    private final ObjectMapper mapper = new ObjectMapper();
    private final LoaderOptions options = new LoaderOptions();

    /** How many Backends there are. */
    @Param("1000")
    public int backends;

    private String yaml = "";
    private String json = "";

    /** Writes the manifests. */
    @Setup
    public void write() {
        yaml = StaticBackends.yaml(backends);
        json = StaticBackends.json(backends);
        options.setCodePointLimit(Integer.MAX_VALUE);
        if (yamlToClusters().clusters().size() != backends
                || jsonToClusters().clusters().size() != backends) {
            throw new IllegalStateException("not every Backend has a cluster");
        }
    }

    /** The baseline of YAML: SnakeYAML makes a node graph of every document. */
    @Benchmark
    public void snakeYamlCompose(Blackhole hole) {
        new Yaml(options).composeAll(new StringReader(yaml)).forEach(hole::consume);
    }

    /** YAML to typed Backends. */
    @Benchmark
    public ResourceSet yamlToTyped() {
        return reader.readText(yaml);
    }

    /** YAML to clusters, with validation and Envoy rules. */
    @Benchmark
    public TranslationResult yamlToClusters() {
        return translator.translate(reader.readText(yaml));
    }

    /** The baseline of JSON: Jackson makes a tree of every value. */
    @Benchmark
    public void jacksonReadTree(Blackhole hole) throws IOException {
        try (MappingIterator<JsonNode> trees = mapper.readerFor(JsonNode.class).readValues(json)) {
            while (trees.hasNext()) {
                hole.consume(trees.next());
            }
        }
    }

    /** JSON to typed Backends. */
    @Benchmark
    public ResourceSet jsonToTyped() {
        return reader.readText(json);
    }

    /** JSON to clusters, with validation and Envoy rules. */
    @Benchmark
    public TranslationResult jsonToClusters() {
        return translator.translate(reader.readText(json));
    }
}
