// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Static Backends with as many routes from YAML to clusters within a heap of 1 GiB; the smaller set is the baseline. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 6)
@Measurement(iterations = 6)
public class Scale {
    private final ResourceReader reader = ResourceReader.create();
    private final BackendTranslator translator = BackendTranslator.create();

    /** How many Backends and how many routes there are; the smaller set is translated a hundred times over. */
    @Param({"1000", "100000"})
    public int backends;

    private String yaml = "";

    /** Writes the manifest. */
    @Setup
    public void write() {
        yaml = StaticBackends.yamlWithRoutes(backends);
    }

    /** The time of 100,000 Backends, at once or in a hundred sets. */
    @Benchmark
    public int hundredThousandBackends() {
        int clusters = 0;
        for (int done = 0; done < 100_000; done += backends) {
            TranslationResult result = translator.translate(reader.readText(yaml));
            clusters += result.clusters().size() + result.routes().size();
        }
        if (clusters != 200_000) {
            throw new IllegalStateException("a Backend or a route is missing");
        }
        return clusters;
    }
}
