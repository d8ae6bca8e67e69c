// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.golden.GoldenCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class GoldenTest {
    @TestFactory
    Stream<DynamicContainer> translation_goldenInput_isAsExpected() {
        return GoldenCases.ofModule().tests();
    }

    @TestFactory
    Stream<DynamicContainer> translation_goldenInputWithInstances_isAsExpected() {
        PluginRegistry plugins =
                PluginRegistry.builder().add(new AwsPlugin(new Fleet())).build();
        return GoldenCases.ofModule("golden-ec2", plugins).tests();
    }
}
